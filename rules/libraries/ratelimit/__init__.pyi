# django-ratelimit before 4.x and the package ratelimit: decorators that limit.

from collections.abc import Callable

def limits[F](calls=..., period=..., clock=..., raise_on_limit=...) -> Callable[[F], F]: ...
