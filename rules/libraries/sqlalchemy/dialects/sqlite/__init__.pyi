# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.sqlite`: names that live elsewhere.

from sqlalchemy.dialects.sqlite.dml import Insert as Insert, insert as insert
