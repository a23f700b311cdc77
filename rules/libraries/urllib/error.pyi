# Python 3.8 to 3.14: what fails when a URL is opened.

from email.message import Message
from typing import IO
from urllib.response import addinfourl

class URLError(OSError):
    reason: str | BaseException
    filename: str | None

class HTTPError(URLError, addinfourl):
    code: int
    msg: str
    hdrs: Message
    fp: IO[bytes] | None
    filename: str
    @property
    def reason(self) -> str: ...
    @property
    def headers(self) -> Message: ...
    def read(self, size=..., /) -> bytes: ...

class ContentTooShortError(URLError): ...
