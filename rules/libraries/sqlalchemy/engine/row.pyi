# SQLAlchemy 1.4 and 2.x, `sqlalchemy.engine.row`: `Row`, `RowMapping`.

from collections.abc import Mapping

class Row(tuple[object, ...]):
    _mapping: RowMapping
    def _asdict(self) -> dict[str, object]: ...

class RowMapping(Mapping[str, object]): ...
