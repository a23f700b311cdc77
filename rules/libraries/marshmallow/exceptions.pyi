# marshmallow 3.x, `marshmallow.exceptions`: `ValidationError`.

from typing import Any

class ValidationError(Exception):
    messages: Any
    field_name: str
    data: Any
    valid_data: Any
    def normalized_messages(self): ...
