# Pyramid 1.x and 2.x, `pyramid.threadlocal`: `get_current_request`.

from pyramid.request import Request

def get_current_request() -> Request | None: ...
