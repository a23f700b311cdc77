# redis-py 3.x to 6.x, `redis.asyncio.utils`: `from_url`.

from redis.asyncio.client import Redis

def from_url(url, **kwargs) -> Redis: ...
