# aiohttp 3.x, `aiohttp.abc`: `AbstractCookieJar`, `AbstractView`.

from aiohttp.web_request import Request
from collections.abc import Iterable

class AbstractCookieJar(Iterable):
    def update_cookies(self, cookies, response_url=...): ...
    def clear(self, predicate=...): ...

class AbstractView:
    request: Request
