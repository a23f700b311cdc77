# flask-smorest 0.x, `flask_smorest.etag`: `EtagMixin`.

from collections.abc import Callable

class EtagMixin:
    def etag[F](self, obj) -> Callable[[F], F]: ...
