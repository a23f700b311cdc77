# Litestar 2.x, `litestar.response.base`: `Response`.

from typing import Any

class Response:
    def set_cookie(self, key, value=..., max_age=..., expires=..., path=..., domain=..., secure=..., httponly=..., samesite=...): ...
    def set_header(self, key, value): ...
    def delete_cookie(self, key, path=..., domain=...): ...
    content: Any
    status_code: Any
    headers: Any
    cookies: Any
