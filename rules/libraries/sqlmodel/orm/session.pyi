# SQLModel 0.x, `sqlmodel.orm.session`: `Session`.

from sqlalchemy.engine.result import ScalarResult
from sqlalchemy.orm.session import Session as _SqlalchemySession

class Session(_SqlalchemySession):
    def exec(self, statement, *, params=..., execution_options=..., bind_arguments=..., _parent_execute_state=..., _add_event=...) -> ScalarResult: ...
    def query(self, *entities, **kwargs): ...
