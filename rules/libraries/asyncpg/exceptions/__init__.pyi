# asyncpg 0.x, `asyncpg.exceptions`: `UniqueViolationError`.

from asyncpg.exceptions._base import PostgresError

class UniqueViolationError(PostgresError): ...
