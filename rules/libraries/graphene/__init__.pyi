# Graphene 2.x and 3.x: types, fields, mutations and the schema.

from graphene.types.argument import Argument as Argument
from graphene.types.datetime import Date as Date, DateTime as DateTime
from graphene.types.decimal import Decimal as Decimal
from graphene.types.dynamic import Dynamic as Dynamic
from graphene.types.enum import Enum as Enum
from graphene.types.field import Field as Field
from graphene.types.inputfield import InputField as InputField
from graphene.types.inputobjecttype import InputObjectType as InputObjectType
from graphene.types.interface import Interface as Interface
from graphene.types.json import JSONString as JSONString
from graphene.types.mutation import Mutation as Mutation
from graphene.types.objecttype import ObjectType as ObjectType
from graphene.types.scalars import Boolean as Boolean, Float as Float, ID as ID, Int as Int, Scalar as Scalar, String as String
from graphene.types.schema import Schema as Schema
from graphene.types.structures import List as List, NonNull as NonNull
from graphene.types.union import Union as Union
from graphene.types.uuid import UUID as UUID
from graphql.type.definition import GraphQLResolveInfo as ResolveInfo
