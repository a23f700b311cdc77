# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.postgresql.dml`: `Insert`, `insert`.

from sqlalchemy.sql.dml import Insert as _SqlalchemyInsert
from typing import Any, Self

class Insert(_SqlalchemyInsert):
    def on_conflict_do_nothing(self, constraint=..., index_elements=..., index_where=...) -> Self: ...
    def on_conflict_do_update(self, constraint=..., index_elements=..., index_where=..., set_=..., where=...) -> Self: ...
    excluded: Any

def insert(table) -> Insert: ...
