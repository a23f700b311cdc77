# Pydantic 1.x and 2.x, `pydantic.fields`: `FieldInfo`, `Field`, `PrivateAttr`, `computed_field`.

from collections.abc import Callable
from typing import Any

class FieldInfo:
    annotation: Any
    default: Any
    title: Any
    description: Any
    metadata: Any
    def is_required(self) -> bool: ...

def Field(default=..., *, default_factory=..., alias=..., alias_priority=..., validation_alias=..., serialization_alias=..., title=..., field_title_generator=..., description=..., examples=..., exclude=..., exclude_if=..., discriminator=..., deprecated=..., json_schema_extra=..., frozen=..., validate_default=..., repr=..., init=..., init_var=..., kw_only=..., pattern=..., strict=..., coerce_numbers_to_str=..., gt=..., ge=..., lt=..., le=..., multiple_of=..., allow_inf_nan=..., max_digits=..., decimal_places=..., min_length=..., max_length=..., union_mode=..., fail_fast=..., **extra): ...
def PrivateAttr(default=..., *, default_factory=..., init=...): ...
def computed_field[F](func: F | None = ..., /, *, alias=..., alias_priority=..., exclude_if=..., title=..., field_title_generator=..., description=..., deprecated=..., examples=..., json_schema_extra=..., repr=..., return_type=...) -> F | Callable[[F], F]: ...
