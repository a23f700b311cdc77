# Starlette 0.x, `starlette.middleware.base`: `BaseHTTPMiddleware`, `RequestResponseEndpoint`.

from starlette.responses import Response
from typing import Any

class BaseHTTPMiddleware:
    async def dispatch(self, request, call_next) -> Response: ...

RequestResponseEndpoint: Any
