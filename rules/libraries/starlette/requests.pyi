# Starlette 0.x, `starlette.requests`: `HTTPConnection`, `Request`.

from collections.abc import AsyncIterator, Mapping
from starlette.applications import Starlette
from starlette.datastructures import Address, FormData, Headers, QueryParams, State, URL
from typing import Any

class HTTPConnection(Mapping):
    headers: Headers
    query_params: QueryParams
    path_params: dict[str, object]
    cookies: dict[str, str]
    url: URL
    base_url: URL
    client: Address | None
    session: dict[str, object]
    auth: Any
    user: Any
    state: State
    app: Starlette
    scope: dict[str, object]
    def url_for(self, name, /, **path_params) -> URL: ...
    def __getitem__(self, key): ...

class Request(HTTPConnection):
    method: str
    async def body(self) -> bytes: ...
    async def json(self): ...
    def stream(self) -> AsyncIterator[bytes]: ...
    def form(self, *, max_files=..., max_fields=..., max_part_size=...) -> FormData: ...
    async def is_disconnected(self) -> bool: ...
    async def close(self): ...
    async def send_push_promise(self, path): ...
    receive: Any
