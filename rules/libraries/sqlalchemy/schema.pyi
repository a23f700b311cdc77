# SQLAlchemy 1.4 and 2.x, `sqlalchemy.schema`: names that live elsewhere.

from sqlalchemy.sql.ddl import DDL as DDL
from sqlalchemy.sql.schema import Column as Column, Table as Table
