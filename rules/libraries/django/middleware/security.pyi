# Django 2.x to 5.x, `django.middleware.security`: `SecurityMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class SecurityMiddleware(MiddlewareMixin): ...
