# django-ratelimit before 4.x and the package ratelimit, `ratelimit.decorators`: `ratelimit`.

from collections.abc import Callable

def ratelimit[F](group=..., key=..., rate=..., method=..., block=...) -> Callable[[F], F]: ...
