# asyncpg 0.x: asynchronous connections of PostgreSQL.

from asyncpg.connection import Connection as Connection, connect as connect
from asyncpg.exceptions import UniqueViolationError as UniqueViolationError
from asyncpg.exceptions._base import PostgresError as PostgresError
from asyncpg.pool import Pool as Pool, create_pool as create_pool
from asyncpg.protocol.record import Record as Record
