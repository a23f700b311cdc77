# Strawberry 0.x, `strawberry.types.info`: `Info`.

from typing import Any

class Info:
    context: Any
    root_value: Any
    field_name: str
