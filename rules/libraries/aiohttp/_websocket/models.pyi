# aiohttp 3.x, `aiohttp._websocket.models`: `WSMessage`.

from typing import Any

class WSMessage(tuple):
    data: Any
    type: Any
    def json(self, *, loads=...): ...
