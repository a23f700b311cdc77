# django-solo 2.x, `solo.models`: `SingletonModel`.

from django.db.models.base import Model

class SingletonModel(Model): ...
