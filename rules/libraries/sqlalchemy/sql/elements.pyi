# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql.elements`: `TextClause`, `AbstractTextClause`, `ColumnElement`, `literal_column` and others.

from sqlalchemy.sql.base import ExecutableStatement
from sqlalchemy.sql.compiler import Compiled
from sqlalchemy.sql.operators import ColumnOperators
from sqlalchemy.sql.schema import Table
from sqlalchemy.sql.selectable import TextualSelect
from sqlalchemy.sql.type_api import TypeEngine
from typing import Any, Self

class CompilerElement:
    def compile(self, bind=..., dialect=..., **kw) -> Compiled: ...

class ClauseElement(CompilerElement):
    def params(self, _ClauseElement__optionaldict=..., /, **kwargs) -> Self: ...
    def unique_params(self, _ClauseElement__optionaldict=..., /, **kwargs) -> Self: ...

class AbstractTextClause(ExecutableStatement, ClauseElement):
    def columns(self, *cols, **types) -> TextualSelect: ...

class TextClause(AbstractTextClause):
    def bindparams(self, *binds, **names_to_values) -> Self: ...

class ColumnElement(ColumnOperators, ClauseElement):
    def label(self, name) -> ColumnElement: ...
    def cast(self, type_) -> ColumnElement: ...
    type: TypeEngine
    primary_key: bool
    foreign_keys: Any

def literal_column(text, type_=...) -> ColumnElement: ...
def literal(value, type_=..., literal_execute=...) -> ColumnElement: ...

class NamedColumn(ColumnElement):
    table: Table

class ColumnClause(NamedColumn):
    name: str
    default: Any
