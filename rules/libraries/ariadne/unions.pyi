# Ariadne 0.x, `ariadne.unions`: `UnionType`.

class UnionType:
    def type_resolver[F](self, type_resolver: F) -> F: ...
