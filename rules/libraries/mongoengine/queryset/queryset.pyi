# MongoEngine 0.x, `mongoengine.queryset.queryset`: `QuerySet`.

from mongoengine.queryset.base import BaseQuerySet
from typing import Self

class QuerySet[M](BaseQuerySet[M]):
    def __call__(self, q_obj=..., **query) -> Self: ...
