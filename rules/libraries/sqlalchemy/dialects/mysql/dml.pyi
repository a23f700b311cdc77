# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.mysql.dml`: `Insert`, `insert`.

from sqlalchemy.sql.dml import Insert as _SqlalchemyInsert
from typing import Self

class Insert(_SqlalchemyInsert):
    def on_duplicate_key_update(self, *args, **kw) -> Self: ...

def insert(table) -> Insert: ...
