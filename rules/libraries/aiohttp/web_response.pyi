# aiohttp 3.x, `aiohttp.web_response`: `StreamResponse`, `Response`, `json_response`.

from aiohttp.helpers import HeadersMixin
from collections.abc import MutableMapping
from http.cookies import SimpleCookie
from typing import Any

class StreamResponse(MutableMapping, HeadersMixin):
    status: int
    headers: Any
    cookies: SimpleCookie
    def set_cookie(self, name, value, *, expires=..., domain=..., max_age=..., path=..., secure=..., httponly=..., version=..., samesite=..., partitioned=...): ...
    def del_cookie(self, name, *, domain=..., path=..., secure=..., httponly=..., samesite=...): ...
    async def write(self, data): ...
    async def write_eof(self, data=...): ...
    async def prepare(self, request): ...
    def enable_compression(self, force=..., strategy=...): ...
    content_type: str

class Response(StreamResponse):
    body: Any
    text: str | None

def json_response(data=..., *, text=..., body=..., status=..., reason=..., headers=..., content_type=..., dumps=...) -> Response: ...
