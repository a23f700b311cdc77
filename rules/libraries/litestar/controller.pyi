# Litestar 2.x, `litestar.controller`: `Controller`.

from typing import Any

class Controller:
    path: Any
    dependencies: Any
    guards: Any
