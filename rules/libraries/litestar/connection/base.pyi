# Litestar 2.x, `litestar.connection.base`: `ASGIConnection`.

from litestar.app import Litestar
from typing import Any

class ASGIConnection:
    headers: Any
    query_params: Any
    path_params: Any
    cookies: Any
    url: Any
    base_url: Any
    user: Any
    auth: Any
    session: Any
    app: Litestar
    state: Any
    client: Any
    def set_session(self, value): ...
    def clear_session(self): ...
    def url_for(self, name, **path_parameters) -> str: ...
