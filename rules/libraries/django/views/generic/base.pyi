# Django 2.x to 5.x, `django.views.generic.base`: `View`, `ContextMixin`, `TemplateResponseMixin`, `TemplateView` and others.

from collections.abc import Callable
from django.http.request import HttpRequest
from django.http.response import HttpResponse
from django.template.response import TemplateResponse
from typing import Any

class View:
    @classmethod
    def as_view(cls, **initkwargs) -> Callable[..., HttpResponse]: ...
    def dispatch(self, request, *args, **kwargs) -> HttpResponse: ...
    def http_method_not_allowed(self, request, *args, **kwargs) -> HttpResponse: ...
    def options(self, request, *args, **kwargs) -> HttpResponse: ...
    def setup(self, request, *args, **kwargs): ...
    request: HttpRequest
    args: tuple[object, ...]
    kwargs: dict[str, object]
    http_method_names: list[str]

class ContextMixin:
    def get_context_data(self, **kwargs) -> dict[str, object]: ...
    extra_context: Any

class TemplateResponseMixin:
    def render_to_response(self, context, **response_kwargs) -> TemplateResponse: ...
    def get_template_names(self) -> list[str]: ...
    template_name: str | None

class TemplateView(TemplateResponseMixin, ContextMixin, View):
    def get(self, request, *args, **kwargs) -> HttpResponse: ...

class RedirectView(View):
    def get_redirect_url(self, *args, **kwargs) -> str | None: ...
    def get(self, request, *args, **kwargs) -> HttpResponse: ...
    url: Any
    permanent: Any
    query_string: Any
    pattern_name: Any
