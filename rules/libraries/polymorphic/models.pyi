# django-polymorphic 3.x and 4.x, `polymorphic.models`: `PolymorphicModel`.

from django.db.models.base import Model

class PolymorphicModel(Model): ...
