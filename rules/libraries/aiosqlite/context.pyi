# aiosqlite 0.x, `aiosqlite.context`: `Result`.

from aiosqlite.cursor import Cursor
from collections.abc import Awaitable

class Result(Awaitable[Cursor]):
    async def __aenter__(self) -> Cursor: ...
