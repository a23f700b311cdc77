# Sanic 20 and later, `sanic.views`: `HTTPMethodView`.

from collections.abc import Callable
from sanic.response.types import HTTPResponse

class HTTPMethodView:
    @classmethod
    def as_view(cls, *class_args, **class_kwargs) -> Callable[..., HTTPResponse]: ...
