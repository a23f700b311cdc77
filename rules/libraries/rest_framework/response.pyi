# Django REST framework 3.x, `rest_framework.response`: `Response`.

from django.template.response import SimpleTemplateResponse
from typing import Any

class Response(SimpleTemplateResponse):
    data: Any
    status_text: str
    rendered_content: bytes
