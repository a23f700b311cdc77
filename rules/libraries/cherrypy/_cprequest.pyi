# CherryPy 18.x, `cherrypy._cprequest`: `Request`, `Response`.

from http.cookies import SimpleCookie
from typing import Any

class Request:
    params: dict[str, str]
    body: Any
    headers: Any
    cookie: SimpleCookie
    method: Any
    path_info: Any
    query_string: Any
    remote: Any
    login: Any
    json: Any

class Response:
    headers: Any
    cookie: SimpleCookie
    status: Any
    body: Any
