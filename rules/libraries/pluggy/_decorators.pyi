# pluggy 0.x and 1.x, `pluggy._decorators`: `HookimplMarker`, `HookspecMarker`.

from collections.abc import Callable

class HookimplMarker:
    def __call__[F](self, function: F | None = ..., hookwrapper=..., optionalhook=..., tryfirst=..., trylast=..., specname=..., wrapper=...) -> F | Callable[[F], F]: ...

class HookspecMarker:
    def __call__[F](self, function: F | None = ..., firstresult=..., historic=..., warn_on_impl=..., warn_on_impl_args=...) -> F | Callable[[F], F]: ...
