# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.asyncio.base`: `StartableContext`.

from collections.abc import Awaitable

class StartableContext(Awaitable): ...
