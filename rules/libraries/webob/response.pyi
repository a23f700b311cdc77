# WebOb 1.x, `webob.response`: `Response`.

from typing import Any

class Response:
    body: bytes
    text: str
    json_body: Any
    json: Any
    status: Any
    status_code: int
    status_int: int
    headers: Any
    headerlist: Any
    content_type: Any
    charset: Any
    location: Any
    app_iter: Any
    body_file: Any
    cache_control: Any
    def set_cookie(self, name, value=..., max_age=..., path=..., domain=..., secure=..., httponly=..., comment=..., expires=..., overwrite=..., samesite=...): ...
    def delete_cookie(self, name, path=..., domain=...): ...
    def unset_cookie(self, name, strict=...): ...
    def write(self, text): ...
    def copy(self): ...
