# Starlette 0.x, `starlette.responses`: `Response`, `HTMLResponse`, `PlainTextResponse`, `JSONResponse` and others.

from starlette.background import BackgroundTask
from starlette.datastructures import MutableHeaders
from typing import Any

class Response:
    status_code: int
    headers: MutableHeaders
    body: bytes
    media_type: str | None
    background: BackgroundTask | None
    def set_cookie(self, key, value=..., max_age=..., expires=..., path=..., domain=..., secure=..., httponly=..., samesite=..., partitioned=...): ...
    def delete_cookie(self, key, path=..., domain=..., secure=..., httponly=..., samesite=..., partitioned=...): ...
    def render(self, content) -> bytes: ...

class HTMLResponse(Response): ...
class PlainTextResponse(Response): ...
class JSONResponse(Response): ...
class RedirectResponse(Response): ...

class StreamingResponse(Response):
    body_iterator: Any

class FileResponse(Response):
    path: Any

class UJSONResponse(JSONResponse): ...
