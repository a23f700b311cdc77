# django-ratelimit 4.x, `django_ratelimit.decorators`: `ratelimit`.

from collections.abc import Callable

def ratelimit[F](group=..., key=..., rate=..., method=..., block=...) -> Callable[[F], F]: ...
