# PyMongo 3.x and 4.x, `pymongo.asynchronous.cursor_base`: a package, for the modules below it.

class _AsyncCursorBase:
    async def to_list(self, length=...) -> list[dict[str, object]]: ...
