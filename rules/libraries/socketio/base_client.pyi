# python-socketio 4.x and 5.x, `socketio.base_client`: `BaseClient`.

from collections.abc import Callable

class BaseClient:
    def on[F](self, event: F, handler=..., namespace=...) -> F | Callable[[F], F]: ...
    def event[F](self, *args, **kwargs) -> F | Callable[[F], F]: ...
