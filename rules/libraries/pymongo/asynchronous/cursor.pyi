# PyMongo 3.x and 4.x, `pymongo.asynchronous.cursor`: `AsyncCursor`.

from collections.abc import AsyncIterator
from pymongo.asynchronous.cursor_base import _AsyncCursorBase
from pymongo.cursor_shared import _AgnosticCursor

class AsyncCursor(_AgnosticCursor, _AsyncCursorBase):
    def __aiter__(self) -> AsyncIterator[dict[str, object]]: ...
