# Django 2.x to 5.x, `django.template.response`: `TemplateResponse`, `SimpleTemplateResponse`.

from django.http.response import HttpResponse
from typing import Any, Self

class SimpleTemplateResponse(HttpResponse):
    def render(self) -> Self: ...
    rendered_content: str
    context_data: Any
    template_name: Any

class TemplateResponse(SimpleTemplateResponse): ...
