# httpx 0.x, `httpx._client`: `BaseClient`.

from httpx import Cookies, Headers, Request, URL
from typing import Any

class BaseClient:
    def build_request(self, method, url, *, content=..., data=..., files=..., json=..., params=..., headers=..., cookies=..., timeout=..., extensions=...) -> Request: ...
    headers: Headers
    cookies: Cookies
    base_url: URL
    auth: Any
    timeout: Any
    params: Any
