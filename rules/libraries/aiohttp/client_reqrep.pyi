# aiohttp 3.x, `aiohttp.client_reqrep`: `ClientResponse`, `RequestInfo`.

from aiohttp.helpers import HeadersMixin
from aiohttp.streams import StreamReader
from http.cookies import SimpleCookie
from typing import Any
from yarl import URL

class ClientResponse(HeadersMixin):
    status: int
    reason: str | None
    ok: bool
    url: URL
    real_url: URL
    method: str
    headers: Any
    cookies: SimpleCookie
    content: StreamReader
    history: tuple[ClientResponse, ...]
    request_info: RequestInfo
    async def read(self) -> bytes: ...
    async def text(self, encoding=..., errors=...) -> str: ...
    async def json(self, *, encoding=..., loads=..., content_type=...): ...
    def raise_for_status(self): ...
    def release(self): ...
    def close(self): ...
    async def __aenter__(self) -> ClientResponse: ...

class RequestInfo(tuple): ...
