# Graphene 2.x and 3.x, `graphene.types.json`: `JSONString`.

from graphene.types.scalars import Scalar

class JSONString(Scalar): ...
