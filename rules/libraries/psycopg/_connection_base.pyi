# psycopg 3.x, `psycopg._connection_base`: `BaseConnection`.

from typing import Any

class BaseConnection:
    closed: bool
    autocommit: bool
    info: Any
