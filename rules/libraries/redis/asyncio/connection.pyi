# redis-py 3.x to 6.x, `redis.asyncio.connection`: `ConnectionPool`.

from typing import Self

class ConnectionPool:
    @classmethod
    def from_url(cls, url, **kwargs) -> Self: ...
