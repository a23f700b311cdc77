# Falcon 2.x to 4.x, `falcon.request`: `Request`.

from typing import Any, BinaryIO

class Request:
    params: dict[str, str | list[str]]
    media: Any
    stream: BinaryIO
    bounded_stream: BinaryIO
    headers: dict[str, str]
    cookies: dict[str, str]
    method: str
    path: str
    uri: str
    url: str
    host: str
    query_string: str
    scheme: str
    relative_uri: str
    remote_addr: str
    context: Any
    auth: str | None
    def get_param(self, name, required=..., store=..., default=..., allow_multiple=...) -> str | None: ...
    def get_header(self, name, required=..., default=...) -> str | None: ...
    def get_param_as_list(self, name, transform=..., required=..., store=..., default=..., delimiter=...) -> list[str] | None: ...
    def get_param_as_int(self, name, required=..., min_value=..., max_value=..., store=..., default=..., allow_multiple=...) -> int | None: ...
    def get_param_as_bool(self, name, required=..., store=..., blank_as_true=..., default=..., allow_multiple=...) -> bool | None: ...
    def get_param_as_json(self, name, required=..., store=..., default=..., allow_multiple=...): ...
    def get_media(self, default_when_empty=...): ...
    def get_cookie_values(self, name) -> list[str] | None: ...
    content_type: str | None
    env: dict[str, object]
