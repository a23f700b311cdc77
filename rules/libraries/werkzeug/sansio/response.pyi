# Werkzeug 1.x to 3.x, `werkzeug.sansio.response`: `Response`.

from typing import Any
from werkzeug.datastructures.auth import WWWAuthenticate
from werkzeug.datastructures.cache_control import ResponseCacheControl
from werkzeug.datastructures.csp import ContentSecurityPolicy
from werkzeug.datastructures.headers import Headers

class Response:
    def set_cookie(self, key, value=..., max_age=..., expires=..., path=..., domain=..., secure=..., httponly=..., samesite=..., partitioned=...): ...
    headers: Headers
    status: str
    status_code: int
    def delete_cookie(self, key, path=..., domain=..., secure=..., httponly=..., samesite=..., partitioned=...): ...
    mimetype: str | None
    content_type: str | None
    content_length: int | None
    location: str | None
    cache_control: ResponseCacheControl
    content_security_policy: ContentSecurityPolicy | None
    www_authenticate: WWWAuthenticate
    def set_etag(self, etag, weak=...): ...
    access_control_allow_origin: Any
    access_control_allow_credentials: Any
