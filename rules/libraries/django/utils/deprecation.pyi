# Django 2.x to 5.x, `django.utils.deprecation`: `MiddlewareMixin`.

from collections.abc import Callable
from django.http.request import HttpRequest
from django.http.response import HttpResponse

class MiddlewareMixin:
    get_response: Callable[[HttpRequest], HttpResponse]
    def __call__(self, request) -> HttpResponse: ...
