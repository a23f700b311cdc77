# Django 2.x to 5.x, `django.contrib.sessions.middleware`: `SessionMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class SessionMiddleware(MiddlewareMixin): ...
