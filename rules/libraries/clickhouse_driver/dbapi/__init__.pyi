# clickhouse-driver 0.x, `clickhouse_driver.dbapi`: `connect`.

from clickhouse_driver.dbapi.connection import Connection

def connect(dsn=..., host=..., user=..., password=..., port=..., database=..., **kwargs) -> Connection: ...
