# Flask-CORS 3.x to 6.x, `flask_cors.decorator`: `cross_origin`.

from collections.abc import Callable

def cross_origin[F](*args, **kwargs) -> Callable[[F], F]: ...
