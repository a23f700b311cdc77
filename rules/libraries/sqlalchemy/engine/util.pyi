# SQLAlchemy 1.4 and 2.x, `sqlalchemy.engine.util`: `TransactionalContext`.

from typing import Self

class TransactionalContext:
    def __enter__(self) -> Self: ...
