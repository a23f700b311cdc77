# Wagtail 2.x to 7.x, `wagtail.snippets.models`: `register_snippet`.

from collections.abc import Callable

def register_snippet[F](registerable: F, viewset=...) -> F | Callable[[F], F]: ...
