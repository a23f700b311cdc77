# Django 2.x to 5.x, `django.contrib.messages.middleware`: `MessageMiddleware`.

from django.utils.deprecation import MiddlewareMixin

class MessageMiddleware(MiddlewareMixin): ...
