# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.asyncio.base`: `StartableContext`.

from collections.abc import Awaitable
from sqlalchemy.ext.asyncio.engine import AsyncConnection

class StartableContext(Awaitable):
    async def __aenter__(self) -> AsyncConnection: ...
