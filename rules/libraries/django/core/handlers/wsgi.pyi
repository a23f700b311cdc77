# Django 2.x to 5.x, `django.core.handlers.wsgi`: `WSGIRequest`, `WSGIHandler`.

from django.core.handlers.base import BaseHandler
from django.http.request import HttpRequest

class WSGIRequest(HttpRequest): ...
class WSGIHandler(BaseHandler): ...
