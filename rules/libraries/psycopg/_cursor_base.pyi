# psycopg 3.x, `psycopg._cursor_base`: `BaseCursor`.

from psycopg import Connection
from typing import Any

class BaseCursor:
    def nextset(self): ...
    rowcount: int
    description: Any
    connection: Connection
