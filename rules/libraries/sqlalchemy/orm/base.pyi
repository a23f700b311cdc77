# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm.base`: `Mapped`, `class_mapper`.

from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.sql.operators import ColumnOperators

class Mapped[T](ColumnOperators): ...
def class_mapper(class_, configure=...) -> Mapper: ...
