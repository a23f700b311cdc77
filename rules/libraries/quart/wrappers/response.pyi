# Quart 0.x, `quart.wrappers.response`: `Response`.

from typing import Any
from werkzeug.sansio.response import Response as _WerkzeugResponse

class Response(_WerkzeugResponse):
    async def get_data(self, as_text=...) -> bytes | str: ...
    def set_data(self, data): ...
    response: Any
