# graphene-pydantic 0.x: types made from models.

from graphene_pydantic.objecttype import PydanticObjectType as PydanticObjectType
