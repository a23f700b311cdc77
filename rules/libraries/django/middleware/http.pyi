# Django 2.x to 5.x, `django.middleware.http`: `ConditionalGetMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class ConditionalGetMiddleware(MiddlewareMixin): ...
