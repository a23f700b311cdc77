# Tornado 5.x and 6.x, `tornado.httputil`: `HTTPServerRequest`, `HTTPHeaders`, `HTTPFile`, `url_concat`.

from collections.abc import MutableMapping
from http.cookies import SimpleCookie

class HTTPServerRequest:
    method: str
    uri: str
    path: str
    query: str
    version: str
    protocol: str
    host: str
    remote_ip: str
    headers: HTTPHeaders
    body: bytes
    arguments: dict[str, list[bytes]]
    query_arguments: dict[str, list[bytes]]
    body_arguments: dict[str, list[bytes]]
    files: dict[str, list[HTTPFile]]
    cookies: SimpleCookie
    def full_url(self) -> str: ...

class HTTPHeaders(MutableMapping[str, str]):
    def add(self, name, value, *, _chars_are_bytes=...): ...
    def get_list(self, name): ...
    def get_all(self): ...
    def __getitem__(self, name) -> str: ...
    def get(self, key, default=...) -> str | None: ...

class HTTPFile(dict):
    filename: str
    body: bytes
    content_type: str

def url_concat(url, args) -> str: ...
