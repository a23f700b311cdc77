# Graphene 2.x and 3.x, `graphene.relay`: names that live elsewhere.

from graphene.relay.connection import Connection as Connection, IterableConnectionField as ConnectionField
from graphene.relay.mutation import ClientIDMutation as ClientIDMutation
from graphene.relay.node import Node as Node
