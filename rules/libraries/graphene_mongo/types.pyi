# graphene-mongo 0.x, `graphene_mongo.types`: `MongoengineObjectType`.

from graphene.types.objecttype import ObjectType

class MongoengineObjectType(ObjectType): ...
