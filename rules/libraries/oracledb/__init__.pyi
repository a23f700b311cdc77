# python-oracledb 1.x to 3.x: connections and cursors of Oracle.

from oracledb.connection import AsyncConnection as AsyncConnection, Connection as Connection, connect as connect, connect_async as connect_async
from oracledb.cursor import AsyncCursor as AsyncCursor, Cursor as Cursor
from oracledb.dsn import makedsn as makedsn
from oracledb.exceptions import DatabaseError as DatabaseError, Error as Error
from oracledb.pool import AsyncConnectionPool as AsyncConnectionPool, ConnectionPool as ConnectionPool, create_pool as create_pool, create_pool_async as create_pool_async
from oracledb.utils import init_oracle_client as init_oracle_client
