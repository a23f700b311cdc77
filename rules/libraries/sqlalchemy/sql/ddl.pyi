# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql.ddl`: `DDL`, `ExecutableDDLElement`.

from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.elements import ClauseElement

class ExecutableDDLElement(Executable, ClauseElement):
    def execute_if(self, dialect=..., callable_=..., state=...): ...

class DDL(ExecutableDDLElement): ...
