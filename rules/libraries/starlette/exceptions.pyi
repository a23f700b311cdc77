# Starlette 0.x, `starlette.exceptions`: `HTTPException`, `WebSocketException`.

from typing import Any

class HTTPException(Exception):
    status_code: int
    detail: str
    headers: Any

class WebSocketException(Exception): ...
