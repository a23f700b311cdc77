# graphene-django 2.x and 3.x, `graphene_django.types`: `DjangoObjectType`.

from django.db.models.base import Model
from django.db.models.query import QuerySet
from graphene.types.objecttype import ObjectType

class DjangoObjectType(ObjectType):
    @classmethod
    def get_queryset(cls, queryset, info) -> QuerySet: ...
    @classmethod
    def get_node(cls, info, id) -> Model | None: ...
