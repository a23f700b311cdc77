# Django 2.x to 5.x, `django.core.checks.registry`: `register`.

from collections.abc import Callable

def register[F](check: F | None = ..., *tags, **kwargs) -> F | Callable[[F], F]: ...
