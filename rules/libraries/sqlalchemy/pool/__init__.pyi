# SQLAlchemy 1.4 and 2.x, `sqlalchemy.pool`: names that live elsewhere.

from sqlalchemy.pool.base import Pool as Pool, PoolProxiedConnection as PoolProxiedConnection
from sqlalchemy.pool.impl import NullPool as NullPool, QueuePool as QueuePool, StaticPool as StaticPool
