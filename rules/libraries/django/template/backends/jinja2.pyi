# Django 2.x to 5.x, `django.template.backends.jinja2`: `Jinja2`, `Template`.

from django.template.backends.base import BaseEngine
from django.utils.safestring import SafeString
from jinja2.environment import Environment

class Jinja2(BaseEngine):
    def from_string(self, template_code) -> Template: ...
    def get_template(self, template_name) -> Template: ...
    env: Environment

class Template:
    def render(self, context=..., request=...) -> SafeString: ...
