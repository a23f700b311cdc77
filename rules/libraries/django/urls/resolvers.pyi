# Django 2.x to 5.x, `django.urls.resolvers`: `ResolverMatch`, `URLPattern`, `URLResolver`, `get_resolver`.

from collections.abc import Callable
from django.http.response import HttpResponse

class ResolverMatch:
    func: Callable[..., HttpResponse]
    args: tuple[object, ...]
    kwargs: dict[str, object]
    url_name: str | None
    view_name: str
    namespace: str
    route: str

class URLPattern:
    callback: Callable[..., HttpResponse]
    name: str | None

class URLResolver: ...
def get_resolver(urlconf=...) -> URLResolver: ...
