# redis-py 3.x to 6.x, `redis.sentinel`: `Sentinel`.

from redis.client import Redis

class Sentinel:
    def master_for(self, service_name, redis_class=..., connection_pool_class=..., **kwargs) -> Redis: ...
    def slave_for(self, service_name, redis_class=..., connection_pool_class=..., **kwargs) -> Redis: ...
