# Sanic 20 and later, `sanic.mixins.exceptions`: `ExceptionMixin`.

from collections.abc import Callable

class ExceptionMixin:
    def exception[F](self, *exceptions, apply=...) -> Callable[[F], F]: ...
