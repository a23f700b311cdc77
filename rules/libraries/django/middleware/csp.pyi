# Django 2.x to 5.x, `django.middleware.csp`: `ContentSecurityPolicyMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class ContentSecurityPolicyMiddleware(MiddlewareMixin): ...
