# requests 2.x, `requests.models`: `Response`, `PreparedRequest`, `Request`.

from collections.abc import Iterator
from datetime import timedelta
from requests.cookies import RequestsCookieJar
from requests.structures import CaseInsensitiveDict
from typing import Self
from urllib3.response import HTTPResponse

class Response:
    content: bytes
    text: str
    def json(self, **kwargs): ...
    status_code: int
    ok: bool
    reason: str
    url: str
    headers: CaseInsensitiveDict
    cookies: RequestsCookieJar
    encoding: str | None
    apparent_encoding: str
    history: list[Response]
    request: PreparedRequest
    raw: HTTPResponse
    elapsed: timedelta
    links: dict[str, dict[str, str]]
    is_redirect: bool
    is_permanent_redirect: bool
    next: PreparedRequest | None
    def raise_for_status(self): ...
    def close(self): ...
    def iter_content(self, chunk_size=..., decode_unicode=...) -> Iterator[bytes]: ...
    def iter_lines(self, chunk_size=..., decode_unicode=..., delimiter=...) -> Iterator[bytes]: ...
    def __enter__(self) -> Self: ...
    def __iter__(self) -> Iterator[bytes]: ...

class PreparedRequest:
    method: str | None
    url: str | None
    headers: CaseInsensitiveDict
    body: bytes | str | None
    def prepare(self, method=..., url=..., headers=..., files=..., data=..., params=..., auth=..., cookies=..., hooks=..., json=...): ...
    def prepare_auth(self, auth, url=...): ...
    def prepare_headers(self, headers): ...
    def prepare_body(self, data, files, json=...): ...
    def prepare_url(self, url, params): ...
    def copy(self) -> PreparedRequest: ...

class Request:
    def prepare(self) -> PreparedRequest: ...
