# SQLAlchemy 1.4 and 2.x, `sqlalchemy.engine`: names that live elsewhere.

from sqlalchemy.engine.base import Connection as Connection, Engine as Engine, NestedTransaction as NestedTransaction, RootTransaction as RootTransaction, Transaction as Transaction
from sqlalchemy.engine.create import create_engine as create_engine
from sqlalchemy.engine.cursor import CursorResult as CursorResult
from sqlalchemy.engine.interfaces import Dialect as Dialect
from sqlalchemy.engine.result import MappingResult as MappingResult, Result as Result, ScalarResult as ScalarResult
from sqlalchemy.engine.row import Row as Row, RowMapping as RowMapping
from sqlalchemy.engine.url import URL as URL, make_url as make_url
from sqlalchemy.sql.compiler import Compiled as Compiled
from sqlalchemy.engine.cursor import CursorResult as LegacyCursorResult, CursorResult as ResultProxy
from sqlalchemy.engine.row import Row as RowProxy
