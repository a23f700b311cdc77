# Django 2.x to 5.x, `django.middleware.gzip`: `GZipMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class GZipMiddleware(MiddlewareMixin): ...
