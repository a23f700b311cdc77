# Falcon 2.x to 4.x, `falcon.asgi.request`: `Request`.

from falcon.request import Request as _FalconRequest
from typing import Any

class Request(_FalconRequest):
    async def get_media(self, default_when_empty=...): ...
    stream: Any
