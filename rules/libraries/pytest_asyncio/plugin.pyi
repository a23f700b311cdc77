# pytest-asyncio 0.x and 1.x, `pytest_asyncio.plugin`: `fixture`.

from collections.abc import Callable

def fixture[F](fixture_function: F | None = ..., loop_scope=..., **kwargs) -> F | Callable[[F], F]: ...
