# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm.properties`: `MappedColumn`.

from sqlalchemy.orm.base import Mapped

class MappedColumn(Mapped): ...
