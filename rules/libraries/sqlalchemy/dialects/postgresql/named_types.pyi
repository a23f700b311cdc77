# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects.postgresql.named_types`: `ENUM`.

from sqlalchemy.sql.sqltypes import Enum

class ENUM(Enum): ...
