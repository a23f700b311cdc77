# Graphene 2.x and 3.x, `graphene.types.mutation`: `Mutation`.

from graphene.types.field import Field as _GrapheneField
from graphene.types.objecttype import ObjectType

class Mutation(ObjectType):
    @classmethod
    def Field(cls, name=..., description=..., deprecation_reason=..., required=...) -> _GrapheneField: ...
