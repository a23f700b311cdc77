# SlowApi 0.x, `slowapi.extension`: `Limiter`.

from collections.abc import Callable

class Limiter:
    def limit[F](self, limit_value, key_func=..., per_method=..., methods=..., error_message=..., exempt_when=..., cost=..., override_defaults=...) -> Callable[[F], F]: ...
    def shared_limit[F](self, limit_value, scope, key_func=..., error_message=..., exempt_when=..., cost=..., override_defaults=...) -> Callable[[F], F]: ...
