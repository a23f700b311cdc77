# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.postgresql.hstore`: `HSTORE`.

from sqlalchemy.sql.type_api import TypeEngine

class HSTORE(TypeEngine): ...
