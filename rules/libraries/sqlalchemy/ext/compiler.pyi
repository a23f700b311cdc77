# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.compiler`: `compiles`.

from collections.abc import Callable

def compiles[F](class_, *specs) -> Callable[[F], F]: ...
