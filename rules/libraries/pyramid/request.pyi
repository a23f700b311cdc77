# Pyramid 1.x and 2.x, `pyramid.request`: `Request`, `CallbackMethodsMixin`.

from pyramid.response import Response
from pyramid.security import AuthenticationAPIMixin, SecurityAPIMixin
from pyramid.url import URLMethodsMixin
from typing import Any
from webob.request import BaseRequest

class CallbackMethodsMixin:
    def add_response_callback(self, callback): ...
    def add_finished_callback(self, callback): ...

class Request(BaseRequest, URLMethodsMixin, CallbackMethodsMixin, SecurityAPIMixin, AuthenticationAPIMixin):
    matchdict: dict[str, str]
    matched_route: Any
    context: Any
    registry: Any
    root: Any
    response: Response
    session: Any
    view_name: str
