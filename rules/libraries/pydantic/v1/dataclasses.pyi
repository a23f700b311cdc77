# Pydantic 1.x and 2.x, `pydantic.v1.dataclasses`: `dataclass`.

from collections.abc import Callable

def dataclass[F](_cls: F | None = ..., *, init=..., repr=..., eq=..., order=..., unsafe_hash=..., frozen=..., config=..., validate_on_init=..., use_proxy=..., kw_only=...) -> F | Callable[[F], F]: ...
