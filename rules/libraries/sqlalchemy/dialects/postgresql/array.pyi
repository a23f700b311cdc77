# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.postgresql.array`: `ARRAY`.

from sqlalchemy.sql.sqltypes import ARRAY as _SqlalchemyARRAY

class ARRAY(_SqlalchemyARRAY): ...
