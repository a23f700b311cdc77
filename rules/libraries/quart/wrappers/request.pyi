# Quart 0.x, `quart.wrappers.request`: `Request`.

from collections.abc import Awaitable
from typing import Any
from werkzeug.datastructures.file_storage import FileStorage
from werkzeug.datastructures.structures import CombinedMultiDict, MultiDict
from werkzeug.sansio.request import Request as _WerkzeugRequest

class Request(_WerkzeugRequest):
    form: Awaitable[MultiDict[str, str]]
    files: Awaitable[MultiDict[str, FileStorage]]
    values: Awaitable[CombinedMultiDict[str, str]]
    data: Awaitable[bytes]
    body: Any
    async def get_data(self, cache=..., as_text=..., parse_form_data=...) -> bytes | str: ...
    async def get_json(self, force=..., silent=..., cache=...): ...
    json: Any
    async def send_push_promise(self, path): ...
