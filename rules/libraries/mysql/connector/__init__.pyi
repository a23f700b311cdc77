# mysql-connector-python 8.x and 9.x, `mysql.connector`: names that live elsewhere.

from mysql.connector.connection import MySQLConnection as MySQLConnection
from mysql.connector.connection_cext import CMySQLConnection as CMySQLConnection
from mysql.connector.errors import DatabaseError as DatabaseError, Error as Error, IntegrityError as IntegrityError, InterfaceError as InterfaceError, OperationalError as OperationalError, ProgrammingError as ProgrammingError
from mysql.connector.pooling import connect as Connect, connect as connect
