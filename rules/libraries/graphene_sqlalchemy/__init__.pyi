# graphene-sqlalchemy 2.x and 3.x: types made from models.

from graphene_sqlalchemy.types import SQLAlchemyObjectType as SQLAlchemyObjectType
