# PyMySQL 0.x and 1.x: connections and cursors of MySQL.

from pymysql.connections import Connection as Connect, Connection as Connection, Connection as connect
from pymysql.err import Error as Error, IntegrityError as IntegrityError, MySQLError as MySQLError, OperationalError as OperationalError, ProgrammingError as ProgrammingError

def install_as_MySQLdb(): ...
