# aiohttp 3.x, `aiohttp.helpers`: `HeadersMixin`, `BasicAuth`.

class HeadersMixin:
    content_type: str
    content_length: int | None

class BasicAuth(tuple): ...
