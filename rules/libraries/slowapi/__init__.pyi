# SlowApi 0.x: the limiter.

from slowapi.extension import Limiter as Limiter
