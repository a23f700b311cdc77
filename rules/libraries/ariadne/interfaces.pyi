# Ariadne 0.x, `ariadne.interfaces`: `InterfaceType`.

from ariadne.objects import ObjectType

class InterfaceType(ObjectType):
    def type_resolver[F](self, type_resolver: F) -> F: ...
