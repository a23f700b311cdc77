# aiosqlite 0.x: asynchronous connections of SQLite.

from aiosqlite.core import Connection as Connection, connect as connect
from aiosqlite.cursor import Cursor as Cursor
