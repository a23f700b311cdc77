# arq 0.x, `arq.connections`: `ArqRedis`, `create_pool`, `RedisSettings`.

from arq.jobs import Job
from redis.asyncio.client import Redis

class ArqRedis(Redis):
    async def enqueue_job(self, function, *args, _job_id=..., _queue_name=..., _defer_until=..., _defer_by=..., _expires=..., _job_try=..., **kwargs) -> Job | None: ...

async def create_pool(settings_=..., *, retry=..., job_serializer=..., job_deserializer=..., default_queue_name=..., expires_extra_ms=...) -> ArqRedis: ...
class RedisSettings: ...
