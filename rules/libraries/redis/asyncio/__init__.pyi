# redis-py 3.x to 6.x, `redis.asyncio`: names that live elsewhere.

from redis.asyncio.client import Redis as Redis
from redis.asyncio.connection import ConnectionPool as ConnectionPool
from redis.asyncio.utils import from_url as from_url
