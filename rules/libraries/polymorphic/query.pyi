# django-polymorphic 3.x and 4.x, `polymorphic.query`: `PolymorphicQuerySet`.

from django.db.models.query import QuerySet
from polymorphic.managers import PolymorphicManager as PolymorphicManager

class PolymorphicQuerySet[M](QuerySet[M]): ...
