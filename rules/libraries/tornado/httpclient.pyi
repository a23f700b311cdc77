# Tornado 5.x and 6.x, `tornado.httpclient`: `AsyncHTTPClient`, `HTTPResponse`, `HTTPClient`, `HTTPRequest` and others.

from collections.abc import Awaitable
from tornado.httputil import HTTPHeaders
from typing import Any

class AsyncHTTPClient:
    def fetch(self, request, raise_error=..., **kwargs) -> Awaitable[HTTPResponse]: ...
    def close(self): ...
    @classmethod
    def configure(cls, impl, **kwargs): ...

class HTTPResponse:
    body: bytes
    buffer: Any
    code: int
    headers: HTTPHeaders
    request: HTTPRequest
    effective_url: str
    error: Any
    def rethrow(self): ...

class HTTPClient:
    def fetch(self, request, **kwargs) -> HTTPResponse: ...
    def close(self): ...

class HTTPRequest: ...
class HTTPClientError(Exception): ...

HTTPError = HTTPClientError
