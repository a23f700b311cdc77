# Tartiflette 1.x: resolvers and subscriptions.

class Resolver:
    def __call__[F](self, resolver: F) -> F: ...

class Subscription:
    def __call__[F](self, implementation: F) -> F: ...
