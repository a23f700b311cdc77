# dramatiq 1.x, `dramatiq.message`: `Message`.

from dramatiq.composition import pipeline
from typing import Any

class Message:
    def get_result(self, *, backend=..., block=..., timeout=...): ...
    message_id: Any
    def copy(self, **attributes) -> Message: ...
    def __or__(self, other) -> pipeline: ...
