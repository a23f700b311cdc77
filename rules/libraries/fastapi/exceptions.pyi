# FastAPI 0.x, `fastapi.exceptions`: `WebSocketException`, `HTTPException`, `RequestValidationError`, `ValidationException`.

from starlette.exceptions import HTTPException as _StarletteHTTPException, WebSocketException as _StarletteWebSocketException
from typing import Any

class WebSocketException(_StarletteWebSocketException): ...
class HTTPException(_StarletteHTTPException): ...

class ValidationException(Exception):
    def errors(self): ...

class RequestValidationError(ValidationException):
    body: Any
