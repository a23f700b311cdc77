# aiohttp 3.x, `aiohttp.cookiejar`: `CookieJar`.

from aiohttp.abc import AbstractCookieJar

class CookieJar(AbstractCookieJar): ...
