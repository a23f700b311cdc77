# Django 2.x to 5.x, `django.contrib.sessions.models`: `Session`.

from django.contrib.sessions.base_session import AbstractBaseSession

class Session(AbstractBaseSession): ...
