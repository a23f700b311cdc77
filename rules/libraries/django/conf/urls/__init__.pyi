# Django 2.x to 5.x, `django.conf.urls`: `url`, `patterns`.

from django.urls.conf import include as include
from django.urls.resolvers import URLPattern, URLResolver

def url(regex, view, kwargs=..., name=...) -> URLPattern | URLResolver: ...
def patterns(prefix, *args) -> list[URLPattern | URLResolver]: ...
