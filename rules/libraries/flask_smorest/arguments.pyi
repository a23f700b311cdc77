# flask-smorest 0.x, `flask_smorest.arguments`: `ArgumentsMixin`.

from collections.abc import Callable

class ArgumentsMixin:
    def arguments[F](self, schema, *, location=..., content_type=..., required=..., description=..., example=..., examples=..., **kwargs) -> Callable[[F], F]: ...
