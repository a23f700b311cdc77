# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.sqlite.dml`: `Insert`, `insert`.

from sqlalchemy.sql.dml import Insert as _SqlalchemyInsert
from typing import Self

class Insert(_SqlalchemyInsert):
    def on_conflict_do_nothing(self, index_elements=..., index_where=...) -> Self: ...
    def on_conflict_do_update(self, index_elements=..., index_where=..., set_=..., where=...) -> Self: ...

def insert(table) -> Insert: ...
