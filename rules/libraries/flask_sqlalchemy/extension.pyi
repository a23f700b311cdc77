# Flask-SQLAlchemy 2.x and 3.x, `flask_sqlalchemy.extension`: `SQLAlchemy`.

from collections.abc import Callable
from flask_sqlalchemy.model import Model
from flask_sqlalchemy.pagination import Pagination
from flask_sqlalchemy.query import Query
from sqlalchemy.engine.base import Engine
from sqlalchemy.orm.properties import MappedColumn
from sqlalchemy.orm.relationships import Relationship
from sqlalchemy.orm.scoping import scoped_session
from sqlalchemy.orm.session import Session
from sqlalchemy.sql.ddl import DDL
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.elements import ColumnElement, TextClause
from sqlalchemy.sql.schema import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, MetaData, PrimaryKeyConstraint, Sequence, Table, UniqueConstraint
from sqlalchemy.sql.selectable import Select
from sqlalchemy.sql.sqltypes import ARRAY, BigInteger, Boolean, Date, DateTime, Enum, Float, Integer, Interval, JSON, LargeBinary, Numeric, PickleType, SmallInteger, String, Text, Time, Unicode, UnicodeText
from sqlalchemy.sql.type_api import TypeDecorator
from typing import Any

class SQLAlchemy:
    session: scoped_session
    engine: Engine
    engines: dict[str | None, Engine]
    metadata: MetaData
    metadatas: dict[str | None, MetaData]
    Model: type[Model]
    Query: type[Query]
    Table: type[Table]
    Column: type[Column]
    ForeignKey: type[ForeignKey]
    ForeignKeyConstraint: type[ForeignKeyConstraint]
    PrimaryKeyConstraint: type[PrimaryKeyConstraint]
    UniqueConstraint: type[UniqueConstraint]
    CheckConstraint: type[CheckConstraint]
    Index: type[Index]
    Sequence: type[Sequence]
    MetaData: type[MetaData]
    Session: type[Session]
    DDL: type[DDL]
    Integer: type[Integer]
    BigInteger: type[BigInteger]
    SmallInteger: type[SmallInteger]
    String: type[String]
    Text: type[Text]
    Unicode: type[Unicode]
    UnicodeText: type[UnicodeText]
    Boolean: type[Boolean]
    Date: type[Date]
    DateTime: type[DateTime]
    Time: type[Time]
    Interval: type[Interval]
    Float: type[Float]
    Numeric: type[Numeric]
    LargeBinary: type[LargeBinary]
    PickleType: type[PickleType]
    Enum: type[Enum]
    JSON: type[JSON]
    ARRAY: type[ARRAY]
    TypeDecorator: type[TypeDecorator]
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
