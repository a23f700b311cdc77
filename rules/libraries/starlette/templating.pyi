# Starlette 0.x, `starlette.templating`: `Jinja2Templates`.

from jinja2.environment import Environment, Template
from starlette.responses import Response

class Jinja2Templates:
    def TemplateResponse(self, request, name, context=..., status_code=..., headers=..., media_type=..., background=...) -> Response: ...
    def get_template(self, name) -> Template: ...
    env: Environment
