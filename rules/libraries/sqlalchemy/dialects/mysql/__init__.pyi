# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.mysql`: names that live elsewhere.

from sqlalchemy.dialects.mysql.dml import Insert as Insert, insert as insert
