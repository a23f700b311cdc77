# Graphene 2.x and 3.x, `graphene.types.uuid`: `UUID`.

from graphene.types.scalars import Scalar

class UUID(Scalar): ...
