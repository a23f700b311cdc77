# PyMongo 3.x and 4.x, `pymongo.synchronous.command_cursor`: `CommandCursor`.

from collections.abc import Iterator
from pymongo.synchronous.cursor_base import _CursorBase
from typing import Self

class CommandCursor(_CursorBase):
    def __iter__(self) -> Iterator[dict[str, object]]: ...
    def next(self) -> dict[str, object]: ...
    def __enter__(self) -> Self: ...
