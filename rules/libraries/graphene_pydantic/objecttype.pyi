# graphene-pydantic 0.x, `graphene_pydantic.objecttype`: `PydanticObjectType`.

from graphene.types.objecttype import ObjectType

class PydanticObjectType(ObjectType): ...
