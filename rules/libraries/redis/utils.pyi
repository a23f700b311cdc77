# redis-py 3.x to 6.x, `redis.utils`: `from_url`.

from redis.client import Redis

def from_url(url, **kwargs) -> Redis: ...
