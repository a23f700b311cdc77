# graphene-mongo 0.x: types made from documents.

from graphene_mongo.types import MongoengineObjectType as MongoengineObjectType
