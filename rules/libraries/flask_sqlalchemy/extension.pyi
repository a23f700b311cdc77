# Flask-SQLAlchemy 2.x and 3.x, `flask_sqlalchemy.extension`: `SQLAlchemy`.

from collections.abc import Callable
from flask_sqlalchemy.model import Model as _FlaskSqlalchemyModel
from flask_sqlalchemy.pagination import Pagination
from flask_sqlalchemy.query import Query as _FlaskSqlalchemyQuery
from sqlalchemy.engine.base import Engine
from sqlalchemy.orm.properties import MappedColumn
from sqlalchemy.orm.relationships import Relationship
from sqlalchemy.orm.scoping import scoped_session
from sqlalchemy.orm.session import Session as _SqlalchemySession
from sqlalchemy.sql.ddl import DDL as _SqlalchemyDDL
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlalchemy.sql.schema import CheckConstraint as _SqlalchemyCheckConstraint, Column as _SqlalchemyColumn, ForeignKey as _SqlalchemyForeignKey, ForeignKeyConstraint as _SqlalchemyForeignKeyConstraint, Index as _SqlalchemyIndex, MetaData as _SqlalchemyMetaData, PrimaryKeyConstraint as _SqlalchemyPrimaryKeyConstraint, Sequence as _SqlalchemySequence, Table as _SqlalchemyTable, UniqueConstraint as _SqlalchemyUniqueConstraint
from sqlalchemy.sql.selectable import Select
from sqlalchemy.sql.sqltypes import ARRAY as _SqlalchemyARRAY, BigInteger as _SqlalchemyBigInteger, Boolean as _SqlalchemyBoolean, Date as _SqlalchemyDate, DateTime as _SqlalchemyDateTime, Enum as _SqlalchemyEnum, Float as _SqlalchemyFloat, Integer as _SqlalchemyInteger, Interval as _SqlalchemyInterval, JSON as _SqlalchemyJSON, LargeBinary as _SqlalchemyLargeBinary, Numeric as _SqlalchemyNumeric, PickleType as _SqlalchemyPickleType, SmallInteger as _SqlalchemySmallInteger, String as _SqlalchemyString, Text as _SqlalchemyText, Time as _SqlalchemyTime, Unicode as _SqlalchemyUnicode, UnicodeText as _SqlalchemyUnicodeText
from sqlalchemy.sql.type_api import TypeDecorator as _SqlalchemyTypeDecorator
from typing import Any

class SQLAlchemy:
    session: scoped_session
    engine: Engine
    engines: dict[str | None, Engine]
    metadata: _SqlalchemyMetaData
    metadatas: dict[str | None, _SqlalchemyMetaData]
    Model: type[_FlaskSqlalchemyModel]
    Query: type[_FlaskSqlalchemyQuery]
    Table: type[_SqlalchemyTable]
    Column: type[_SqlalchemyColumn]
    ForeignKey: type[_SqlalchemyForeignKey]
    ForeignKeyConstraint: type[_SqlalchemyForeignKeyConstraint]
    PrimaryKeyConstraint: type[_SqlalchemyPrimaryKeyConstraint]
    UniqueConstraint: type[_SqlalchemyUniqueConstraint]
    CheckConstraint: type[_SqlalchemyCheckConstraint]
    Index: type[_SqlalchemyIndex]
    Sequence: type[_SqlalchemySequence]
    MetaData: type[_SqlalchemyMetaData]
    Session: type[_SqlalchemySession]
    DDL: type[_SqlalchemyDDL]
    Integer: type[_SqlalchemyInteger]
    BigInteger: type[_SqlalchemyBigInteger]
    SmallInteger: type[_SqlalchemySmallInteger]
    String: type[_SqlalchemyString]
    Text: type[_SqlalchemyText]
    Unicode: type[_SqlalchemyUnicode]
    UnicodeText: type[_SqlalchemyUnicodeText]
    Boolean: type[_SqlalchemyBoolean]
    Date: type[_SqlalchemyDate]
    DateTime: type[_SqlalchemyDateTime]
    Time: type[_SqlalchemyTime]
    Interval: type[_SqlalchemyInterval]
    Float: type[_SqlalchemyFloat]
    Numeric: type[_SqlalchemyNumeric]
    LargeBinary: type[_SqlalchemyLargeBinary]
    PickleType: type[_SqlalchemyPickleType]
    Enum: type[_SqlalchemyEnum]
    JSON: type[_SqlalchemyJSON]
    ARRAY: type[_SqlalchemyARRAY]
    TypeDecorator: type[_SqlalchemyTypeDecorator]
    def relationship(self, *args, **kwargs) -> Relationship: ...
    def dynamic_loader(self, argument, **kwargs): ...
    def mapped_column(self, *args, **kwargs) -> MappedColumn: ...
    def text(self, text) -> TextClause: ...
    def select(self, *entities, **kwargs) -> Select: ...
    def insert(self, table) -> Insert: ...
    def update(self, table) -> Update: ...
    def delete(self, table) -> Delete: ...
    def literal_column(self, text, type_=...) -> ColumnElement: ...
    def and_(self, *clauses) -> ColumnElement: ...
    def or_(self, *clauses) -> ColumnElement: ...
    def not_(self, clause) -> ColumnElement: ...
    def desc(self, column) -> ColumnElement: ...
    def cast(self, expression, type_) -> ColumnElement: ...
    def backref(self, name, **kwargs): ...
    def validates[F](self, *names, include_removes=..., include_backrefs=...) -> Callable[[F], F]: ...
    func: Any
    def get_or_404(self, entity, ident, *, description=..., **kwargs): ...
    def one_or_404(self, statement, *, description=...): ...
    def first_or_404(self, statement, *, description=...): ...
    def paginate(self, select, *, page=..., per_page=..., max_per_page=..., error_out=..., count=...) -> Pagination: ...
    def init_app(self, app): ...
    def create_all(self, bind_key=...): ...
    def drop_all(self, bind_key=...): ...
    def reflect(self, bind_key=...): ...
    def get_engine(self, bind_key=..., **kwargs) -> Engine: ...
