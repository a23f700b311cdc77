# django-mptt 0.x, `mptt.models`: `MPTTModel`.

from django.db.models.base import Model
from mptt.querysets import TreeQuerySet
from mptt.fields import TreeForeignKey as TreeForeignKey
from mptt.managers import TreeManager as TreeManager

class MPTTModel(Model):
    def get_children(self) -> TreeQuerySet: ...
    def get_descendants(self, include_self=...) -> TreeQuerySet: ...
    def get_ancestors(self, ascending=..., include_self=...) -> TreeQuerySet: ...
