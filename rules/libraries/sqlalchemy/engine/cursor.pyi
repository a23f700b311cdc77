# SQLAlchemy 1.4 and 2.x, `sqlalchemy.engine.cursor`: `CursorResult`.

from sqlalchemy.engine.result import Result
from sqlalchemy.engine.row import Row
from typing import Any

class CursorResult(Result):
    rowcount: int
    lastrowid: int
    inserted_primary_key: Row
    returns_rows: bool
    is_insert: bool
    context: Any
