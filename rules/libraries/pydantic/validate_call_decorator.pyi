# Pydantic 1.x and 2.x, `pydantic.validate_call_decorator`: `validate_call`.

from collections.abc import Callable

def validate_call[F](func: F | None = ..., /, *, config=..., validate_return=...) -> F | Callable[[F], F]: ...
