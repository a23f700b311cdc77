# SQLModel 0.x, `sqlmodel.ext.asyncio.session`: `AsyncSession`.

from sqlalchemy.engine.result import ScalarResult
from sqlalchemy.ext.asyncio.session import AsyncSession as _SqlalchemyAsyncSession

class AsyncSession(_SqlalchemyAsyncSession):
    async def exec(self, statement, *, params=..., execution_options=..., bind_arguments=..., _parent_execute_state=..., _add_event=...) -> ScalarResult: ...
