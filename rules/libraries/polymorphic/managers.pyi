# django-polymorphic 3.x and 4.x, `polymorphic.managers`: `PolymorphicManager`.

from django.db.models.manager import Manager
from polymorphic.query import PolymorphicQuerySet as PolymorphicQuerySet

class PolymorphicManager[M](Manager[M]): ...
