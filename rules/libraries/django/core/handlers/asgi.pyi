# Django 2.x to 5.x, `django.core.handlers.asgi`: `ASGIRequest`, `ASGIHandler`.

from django.core.handlers.base import BaseHandler
from django.http.request import HttpRequest

class ASGIRequest(HttpRequest): ...
class ASGIHandler(BaseHandler): ...
