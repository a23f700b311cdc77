# Django 2.x to 5.x, `django.core.asgi`: `get_asgi_application`.

from django.core.handlers.asgi import ASGIHandler

def get_asgi_application() -> ASGIHandler: ...
