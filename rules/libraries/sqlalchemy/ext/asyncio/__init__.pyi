# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext.asyncio`: names that live elsewhere.

from sqlalchemy.ext.asyncio.engine import AsyncConnection as AsyncConnection, AsyncEngine as AsyncEngine, AsyncTransaction as AsyncTransaction, async_engine_from_config as async_engine_from_config, create_async_engine as create_async_engine
from sqlalchemy.ext.asyncio.result import AsyncResult as AsyncResult, AsyncScalarResult as AsyncScalarResult
from sqlalchemy.ext.asyncio.scoping import async_scoped_session as async_scoped_session
from sqlalchemy.ext.asyncio.session import AsyncSession as AsyncSession, AsyncSessionTransaction as AsyncSessionTransaction, async_sessionmaker as async_sessionmaker
