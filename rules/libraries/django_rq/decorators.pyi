# django-rq 2.x and later, `django_rq.decorators`: `job`.

from collections.abc import Callable

def job[F](func_or_queue: F, connection=..., *args, **kwargs) -> F | Callable[[F], F]: ...
