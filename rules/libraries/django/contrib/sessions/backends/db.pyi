# Django 2.x to 5.x, `django.contrib.sessions.backends.db`: `SessionStore`.

from django.contrib.sessions.backends.base import SessionBase

class SessionStore(SessionBase): ...
