# aiohttp 3.x, `aiohttp.web_request`: `Request`, `BaseRequest`, `FileField`.

from aiohttp.helpers import HeadersMixin
from aiohttp.multipart import MultipartReader
from aiohttp.streams import StreamReader
from aiohttp.web_app import Application
from aiohttp.web_urldispatcher import UrlMappingMatchInfo
from collections.abc import MutableMapping
from typing import Any, BinaryIO
from yarl import URL

class BaseRequest(MutableMapping, HeadersMixin):
    method: str
    path: str
    path_qs: str
    raw_path: str
    query_string: str
    scheme: str
    host: str
    url: URL
    rel_url: URL
    query: Any
    headers: Any
    cookies: dict[str, str]
    remote: str | None
    content: StreamReader
    body_exists: bool
    can_read_body: bool
    secure: bool
    async def read(self) -> bytes: ...
    async def text(self) -> str: ...
    async def json(self, *, loads=...): ...
    async def post(self): ...
    async def multipart(self) -> MultipartReader: ...
    def get_extra_info(self, name, default=...): ...
    def clone(self, *, method=..., rel_url=..., headers=..., scheme=..., host=..., remote=..., client_max_size=..., client_max_fields=...): ...

class Request(BaseRequest):
    match_info: UrlMappingMatchInfo
    app: Application

class FileField:
    filename: str
    name: str
    content_type: str
    file: BinaryIO
