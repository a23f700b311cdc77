# Django 2.x to 5.x, `django.middleware.clickjacking`: `XFrameOptionsMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class XFrameOptionsMiddleware(MiddlewareMixin): ...
