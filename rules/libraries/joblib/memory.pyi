# joblib 0.x and 1.x, `joblib.memory`: `Memory`.

from collections.abc import Callable

class Memory:
    def cache[F](self, func: F | None = ..., ignore=..., verbose=..., mmap_mode=..., cache_validation_callback=...) -> F | Callable[[F], F]: ...
