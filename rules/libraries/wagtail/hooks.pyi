# Wagtail 2.x to 7.x, `wagtail.hooks`: `register`.

from collections.abc import Callable

def register[F](hook_name: F, fn=..., order=...) -> F | Callable[[F], F]: ...
