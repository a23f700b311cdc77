# graphene-sqlalchemy 2.x and 3.x, `graphene_sqlalchemy.types`: `SQLAlchemyObjectType`.

from graphene.types.objecttype import ObjectType

class SQLAlchemyObjectType(ObjectType): ...
