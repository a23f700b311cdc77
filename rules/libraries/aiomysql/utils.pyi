# aiomysql 0.x, `aiomysql.utils`: a package, for the modules below it.

from aiomysql.connection import Connection
from aiomysql.cursors import Cursor
from aiomysql.pool import Pool
from collections.abc import Awaitable

class _ConnectionContextManager(Awaitable[Connection]): ...
class _PoolContextManager(Awaitable[Pool]): ...

class _ContextManager(Awaitable[Cursor]):
    async def __aenter__(self) -> Cursor: ...

class _PoolAcquireContextManager(Awaitable[Connection]):
    async def __aenter__(self) -> Connection: ...
