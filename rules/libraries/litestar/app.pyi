# Litestar 2.x, `litestar.app`: `Litestar`.

from litestar.router import Router
from typing import Any

class Litestar(Router):
    def register(self, value): ...
    state: Any
    debug: bool
    def route_reverse(self, name, **path_parameters) -> str | None: ...
    asgi_handler: Any
