# aiopg 1.x: asynchronous connections of PostgreSQL.

from aiopg.connection import Connection as Connection, Cursor as Cursor, connect as connect
from aiopg.pool import Pool as Pool, create_pool as create_pool
