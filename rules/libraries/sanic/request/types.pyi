# Sanic 20 and later, `sanic.request.types`: `Request`.

from sanic.app import Sanic
from sanic.response.types import BaseHTTPResponse
from typing import Any

class Request:
    args: Any
    form: Any
    files: Any
    json: Any
    body: bytes
    headers: Any
    cookies: Any
    method: str
    path: str
    url: str
    host: str
    query_string: str
    scheme: str
    ip: str
    remote_addr: str
    app: Sanic
    token: str | None
    ctx: Any
    match_info: dict[str, object]
    def get_args(self, keep_blank_values=..., strict_parsing=..., encoding=..., errors=...): ...
    def url_for(self, view_name, **kwargs) -> str: ...
    stream: Any
    async def respond(self, response=..., *, status=..., headers=..., content_type=...) -> BaseHTTPResponse: ...
    raw_url: bytes
    endpoint: str | None
    id: Any
    async def receive_body(self): ...
    credentials: Any
