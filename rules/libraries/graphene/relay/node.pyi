# Graphene 2.x and 3.x, `graphene.relay.node`: `Node`.

from graphene.types.interface import Interface

class Node(Interface): ...
