# aiopg 1.x, `aiopg.utils`: `_ContextManager`.

from collections.abc import Awaitable

class _ContextManager[T](Awaitable[T]):
    async def __aenter__(self) -> T: ...
