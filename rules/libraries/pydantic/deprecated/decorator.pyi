# Pydantic 1.x and 2.x, `pydantic.deprecated.decorator`: `validate_arguments`.

from collections.abc import Callable

def validate_arguments[F](func: F | None = ..., *, config=...) -> F | Callable[[F], F]: ...
