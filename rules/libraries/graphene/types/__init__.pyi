# Graphene 2.x and 3.x, `graphene.types`: names that live elsewhere.

from graphene.types.interface import Interface as Interface
from graphene.types.objecttype import ObjectType as ObjectType
