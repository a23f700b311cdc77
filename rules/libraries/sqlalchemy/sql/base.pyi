# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql.base`: `Executable`, `ExecutableStatement`.

from typing import Self

class Executable:
    def execution_options(self, **kw) -> Self: ...
    def options(self, *options) -> Self: ...

class ExecutableStatement(Executable):
    def params(self, _ExecutableStatement__optionaldict=..., /, **kwargs) -> Self: ...
