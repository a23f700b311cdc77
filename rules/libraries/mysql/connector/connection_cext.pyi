# mysql-connector-python 8.x and 9.x, `mysql.connector.connection_cext`: `CMySQLConnection`.

from mysql.connector.abstracts import MySQLConnectionAbstract
from mysql.connector.cursor import MySQLCursor

class CMySQLConnection(MySQLConnectionAbstract):
    def cursor(self, buffered=..., raw=..., prepared=..., cursor_class=..., dictionary=...) -> MySQLCursor: ...
