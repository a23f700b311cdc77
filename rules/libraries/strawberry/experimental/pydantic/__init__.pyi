# Strawberry 0.x, `strawberry.experimental.pydantic`: names that live elsewhere.

from strawberry.experimental.pydantic.object_type import type as type
