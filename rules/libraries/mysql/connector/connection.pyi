# mysql-connector-python 8.x and 9.x, `mysql.connector.connection`: `MySQLConnection`.

from mysql.connector.abstracts import MySQLConnectionAbstract
from mysql.connector.cursor import MySQLCursor

class MySQLConnection(MySQLConnectionAbstract):
    def cursor(self, buffered=..., raw=..., prepared=..., cursor_class=..., dictionary=..., read_timeout=..., write_timeout=...) -> MySQLCursor: ...
