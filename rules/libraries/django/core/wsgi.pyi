# Django 2.x to 5.x, `django.core.wsgi`: `get_wsgi_application`.

from django.core.handlers.wsgi import WSGIHandler

def get_wsgi_application() -> WSGIHandler: ...
