# Flask 1.x to 3.x, `flask.wrappers`: `Request`, `Response`.

from werkzeug.routing.rules import Rule
from werkzeug.wrappers.request import Request as _WerkzeugRequest
from werkzeug.wrappers.response import Response as _WerkzeugResponse

class Request(_WerkzeugRequest):
    url_rule: Rule | None
    view_args: dict[str, object] | None
    endpoint: str | None
    blueprint: str | None
    blueprints: list[str]

class Response(_WerkzeugResponse): ...
