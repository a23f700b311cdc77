# Strawberry 0.x: types, fields and the schema.

from strawberry.directive import directive as directive
from strawberry.permission import BasePermission as BasePermission
from strawberry.schema.schema import Schema as Schema
from strawberry.types.arguments import argument as argument
from strawberry.types.enum import enum as enum
from strawberry.types.field import field as field
from strawberry.types.info import Info as Info
from strawberry.types.mutation import mutation as mutation, subscription as subscription
from strawberry.types.object_type import input as input, interface as interface, type as type
from strawberry.types.scalar import scalar as scalar
