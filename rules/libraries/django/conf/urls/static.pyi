# Django 2.x to 5.x, `django.conf.urls.static`: `static`.

from django.urls.resolvers import URLPattern

def static(prefix, view=..., **kwargs) -> list[URLPattern]: ...
