# flask-smorest 0.x, `flask_smorest.response`: `ResponseMixin`.

from collections.abc import Callable

class ResponseMixin:
    def response[F](self, status_code, schema=..., *, content_type=..., description=..., example=..., examples=..., headers=...) -> Callable[[F], F]: ...
    def alt_response[F](self, status_code, response=..., *, schema=..., content_type=..., description=..., example=..., examples=..., headers=..., success=...) -> Callable[[F], F]: ...
