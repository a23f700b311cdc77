# Quart 0.x, `quart.wrappers.request`: `Request`.

from typing import Any
from werkzeug.sansio.request import Request as _WerkzeugRequest

class Request(_WerkzeugRequest):
    body: Any
    async def get_data(self, cache=..., as_text=..., parse_form_data=...) -> bytes | str: ...
    async def get_json(self, force=..., silent=..., cache=...): ...
    json: Any
    async def send_push_promise(self, path): ...
