# asyncpg 0.x, `asyncpg.cursor`: `CursorFactory`.

from asyncpg.protocol.record import Record
from collections.abc import AsyncIterator

class CursorFactory:
    def __aiter__(self) -> AsyncIterator[Record]: ...
