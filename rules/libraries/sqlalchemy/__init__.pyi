# SQLAlchemy 1.4 and 2.x: engines and connections, statements and results, the object-relational mapper and its asynchronous twin.

from sqlalchemy.engine.base import Connection as Connection, Engine as Engine
from sqlalchemy.engine.create import create_engine as create_engine, engine_from_config as engine_from_config
from sqlalchemy.engine.cursor import CursorResult as CursorResult
from sqlalchemy.engine.mock import create_mock_engine as create_mock_engine
from sqlalchemy.engine.reflection import Inspector as Inspector
from sqlalchemy.engine.result import Result as Result
from sqlalchemy.engine.row import Row as Row
from sqlalchemy.engine.url import URL as URL, make_url as make_url
from sqlalchemy.inspection import inspect as inspect
from sqlalchemy.sql._dml_constructors import delete as delete, insert as insert, update as update
from sqlalchemy.sql._elements_constructors import and_ as and_, asc as asc, between as between, bindparam as bindparam, case as case, cast as cast, collate as collate, column as column, desc as desc, distinct as distinct, extract as extract, false as false, not_ as not_, null as null, or_ as or_, text as text, true as true, tuple_ as tuple_, type_coerce as type_coerce, within_group as within_group
from sqlalchemy.sql._selectable_constructors import except_ as except_, exists as exists, intersect as intersect, join as join, outerjoin as outerjoin, select as select, table as table, union as union, union_all as union_all, values as values
from sqlalchemy.sql.base import Executable as Executable
from sqlalchemy.sql.ddl import DDL as DDL
from sqlalchemy.sql.dml import Delete as Delete, Insert as Insert, Update as Update
from sqlalchemy.sql.elements import ClauseElement as ClauseElement, ColumnElement as ColumnElement, TextClause as TextClause, literal as literal, literal_column as literal_column
from sqlalchemy.sql.functions import func as func
from sqlalchemy.sql.schema import CheckConstraint as CheckConstraint, Column as Column, Computed as Computed, DefaultClause as DefaultClause, ForeignKey as ForeignKey, ForeignKeyConstraint as ForeignKeyConstraint, Identity as Identity, Index as Index, MetaData as MetaData, PrimaryKeyConstraint as PrimaryKeyConstraint, Sequence as Sequence, Table as Table, UniqueConstraint as UniqueConstraint
from sqlalchemy.sql.selectable import CTE as CTE, CompoundSelect as CompoundSelect, Select as Select, SelectBase as SelectBase, Subquery as Subquery
from sqlalchemy.sql.sqltypes import ARRAY as ARRAY, BigInteger as BigInteger, Boolean as Boolean, Date as Date, DateTime as DateTime, Double as Double, Enum as Enum, Float as Float, Integer as Integer, Interval as Interval, JSON as JSON, LargeBinary as LargeBinary, Numeric as Numeric, PickleType as PickleType, SmallInteger as SmallInteger, String as String, TIMESTAMP as TIMESTAMP, Text as Text, Time as Time, Unicode as Unicode, UnicodeText as UnicodeText, Uuid as Uuid, VARCHAR as VARCHAR
from sqlalchemy.sql.type_api import TypeDecorator as TypeDecorator
