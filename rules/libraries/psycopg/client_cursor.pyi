# psycopg 3.x, `psycopg.client_cursor`: `ClientCursorMixin`.

from psycopg._cursor_base import BaseCursor

class ClientCursorMixin(BaseCursor):
    def mogrify(self, query, params=...) -> str: ...
