# Sanic 20 and later, `sanic.mixins.signals`: `SignalMixin`.

from collections.abc import Callable

class SignalMixin:
    def signal[F](self, event, *, apply=..., condition=..., exclusive=..., priority=...) -> Callable[[F], F]: ...
