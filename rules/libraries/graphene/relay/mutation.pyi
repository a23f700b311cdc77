# Graphene 2.x and 3.x, `graphene.relay.mutation`: `ClientIDMutation`.

from graphene.types.mutation import Mutation

class ClientIDMutation(Mutation): ...
