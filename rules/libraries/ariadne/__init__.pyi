# Ariadne 0.x: types, their resolvers and the schema.

from ariadne.enums import EnumType as EnumType
from ariadne.executable_schema import make_executable_schema as make_executable_schema
from ariadne.graphql import graphql as graphql, graphql_sync as graphql_sync
from ariadne.interfaces import InterfaceType as InterfaceType
from ariadne.load_schema import load_schema_from_path as load_schema_from_path
from ariadne.objects import MutationType as MutationType, ObjectType as ObjectType, QueryType as QueryType
from ariadne.scalars import ScalarType as ScalarType
from ariadne.subscriptions import SubscriptionType as SubscriptionType
from ariadne.unions import UnionType as UnionType
from ariadne.utils import gql as gql
