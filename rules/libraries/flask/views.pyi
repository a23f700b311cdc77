# Flask 1.x to 3.x, `flask.views`: `View`, `MethodView`.

from collections.abc import Callable
from flask.wrappers import Response
from typing import Any

class View:
    @classmethod
    def as_view(cls, name, *class_args, **class_kwargs) -> Callable[..., Response]: ...
    def dispatch_request(self): ...
    methods: Any
    decorators: Any
    init_every_request: Any

class MethodView(View): ...
