# flask-sock 0.x: websockets of Flask.

from collections.abc import Callable

class Sock:
    def route[F](self, path, bp=..., **kwargs) -> Callable[[F], F]: ...
    def init_app(self, app): ...
