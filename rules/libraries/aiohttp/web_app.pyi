# aiohttp 3.x, `aiohttp.web_app`: `Application`.

from aiohttp.web_urldispatcher import UrlDispatcher
from collections.abc import MutableMapping
from logging import Logger
from typing import Any

class Application(MutableMapping):
    router: UrlDispatcher
    on_startup: Any
    on_cleanup: Any
    on_shutdown: Any
    on_response_prepare: Any
    cleanup_ctx: Any
    middlewares: Any
    def add_routes(self, routes): ...
    def add_subapp(self, prefix, subapp): ...
    logger: Logger
