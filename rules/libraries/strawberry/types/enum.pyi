# Strawberry 0.x, `strawberry.types.enum`: `enum`.

from collections.abc import Callable

def enum[F](cls: F | None = ..., *, name=..., description=..., directives=..., graphql_name_from=..., print_definition=...) -> F | Callable[[F], F]: ...
