# aiofiles 0.x and later, `aiofiles.base`: `AiofilesContextManager`.

from aiofiles.threadpool.text import AsyncTextIOWrapper
from collections.abc import Awaitable

class AiofilesContextManager(Awaitable[AsyncTextIOWrapper]):
    async def __aenter__(self) -> AsyncTextIOWrapper: ...
