# Django 2.x to 5.x, `django.middleware.locale`: `LocaleMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class LocaleMiddleware(MiddlewareMixin): ...
