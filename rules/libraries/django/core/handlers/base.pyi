# Django 2.x to 5.x, `django.core.handlers.base`: `BaseHandler`.

from django.http.response import HttpResponse

class BaseHandler:
    def get_response(self, request) -> HttpResponse: ...
    def load_middleware(self, is_async=...): ...
