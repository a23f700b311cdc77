# SQLAlchemy 1.4 and 2.x, `sqlalchemy.orm.mapper`: `Mapper`, `validates`, `reconstructor`, `configure_mappers`.

from collections.abc import Callable
from typing import Any
from sqlalchemy.orm.mapper import Mapper as Mapper

class Mapper:
    class_: type
    columns: Any
    relationships: Any
    attrs: Any
    local_table: Any

def validates[F](*names, include_removes=..., include_backrefs=...) -> Callable[[F], F]: ...
def reconstructor[F](fn: F) -> F: ...
def configure_mappers(): ...
