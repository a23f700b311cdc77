# Graphene 2.x and 3.x, `graphene.relay.connection`: `Connection`, `IterableConnectionField`.

from graphene.types.field import Field
from graphene.types.objecttype import ObjectType

class Connection(ObjectType): ...
class IterableConnectionField(Field): ...
