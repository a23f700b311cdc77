# Django 2.x to 5.x, `django.template.backends.django`: `Template`, `DjangoTemplates`.

from django.template.backends.base import BaseEngine
from django.template.base import Template as _DjangoTemplate
from django.template.engine import Engine
from django.utils.safestring import SafeString

class Template:
    def render(self, context=..., request=...) -> SafeString: ...
    template: _DjangoTemplate

class DjangoTemplates(BaseEngine):
    def get_template(self, template_name) -> Template: ...
    def from_string(self, template_code) -> Template: ...
    engine: Engine
