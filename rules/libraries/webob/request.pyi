# WebOb 1.x, `webob.request`: `BaseRequest`, `Request`.

from typing import Any, Self
from webob.response import Response

class BaseRequest:
    json_body: Any
    GET: Any
    POST: Any
    params: Any
    cookies: Any
    headers: Any
    body_file: Any
    json: Any
    body: bytes
    text: str
    method: str
    path: str
    path_info: str
    url: str
    path_url: str
    host: str
    host_url: str
    query_string: str
    scheme: str
    path_qs: str
    application_url: str
    remote_addr: str | None
    client_addr: str | None
    remote_user: str | None
    referer: str | None
    user_agent: str | None
    is_xhr: bool
    environ: dict[str, object]
    def get_response(self, application=..., catch_exc_info=...) -> Response: ...
    @classmethod
    def blank(cls, path, environ=..., base_url=..., headers=..., POST=..., **kw) -> Self: ...
    content_type: Any
    authorization: Any

class Request(BaseRequest): ...
