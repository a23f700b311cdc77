# Django 2.x to 5.x, `django.contrib.sessions.base_session`: `AbstractBaseSession`, `BaseSessionManager`.

from django.db.models.base import Model
from django.db.models.manager import Manager

class AbstractBaseSession(Model): ...
class BaseSessionManager(Manager): ...
