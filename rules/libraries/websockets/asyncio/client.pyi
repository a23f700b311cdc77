# websockets 10 and later, `websockets.asyncio.client`: `connect`, `ClientConnection`.

from collections.abc import AsyncIterator, Awaitable
from websockets.asyncio.connection import Connection

class connect(Awaitable[ClientConnection]):
    async def __aenter__(self) -> ClientConnection: ...
    def __aiter__(self) -> AsyncIterator[ClientConnection]: ...

class ClientConnection(Connection): ...
