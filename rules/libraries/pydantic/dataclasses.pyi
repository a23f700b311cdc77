# Pydantic 1.x and 2.x, `pydantic.dataclasses`: `dataclass`.

from collections.abc import Callable

def dataclass[F](_cls: F | None = ..., *, init=..., repr=..., eq=..., order=..., unsafe_hash=..., frozen=..., config=..., validate_on_init=..., kw_only=..., slots=...) -> F | Callable[[F], F]: ...
