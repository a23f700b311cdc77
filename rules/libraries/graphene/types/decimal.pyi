# Graphene 2.x and 3.x, `graphene.types.decimal`: `Decimal`.

from graphene.types.scalars import Scalar

class Decimal(Scalar): ...
