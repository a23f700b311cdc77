# graphql-core 3.x: what resolvers are given.

from graphql.error.graphql_error import GraphQLError as GraphQLError
from graphql.execution.execute import execute as execute
from graphql.graphql import graphql as graphql, graphql_sync as graphql_sync
from graphql.language.parser import parse as parse
from graphql.type.definition import GraphQLResolveInfo as GraphQLResolveInfo
from graphql.type.schema import GraphQLSchema as GraphQLSchema
from graphql.validation.validate import validate as validate
