# Django 2.x to 5.x, `django.contrib.contenttypes.fields`: `GenericForeignKey`, `GenericRelation`.

from django.db.models.fields import Field
from django.db.models.fields.related import ForeignObject

class GenericForeignKey(Field): ...
class GenericRelation(ForeignObject): ...
