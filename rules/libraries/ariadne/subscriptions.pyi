# Ariadne 0.x, `ariadne.subscriptions`: `SubscriptionType`.

from ariadne.objects import ObjectType
from collections.abc import Callable

class SubscriptionType(ObjectType):
    def source[F](self, name) -> Callable[[F], F]: ...
    def set_source(self, name, generator): ...
