# huey 2.x: queues and their tasks.

from huey.api import BlackHoleHuey as BlackHoleHuey, FileHuey as FileHuey, Huey as Huey, MemoryHuey as MemoryHuey, PriorityRedisExpireHuey as PriorityRedisExpireHuey, PriorityRedisHuey as PriorityRedisHuey, RedisExpireHuey as RedisExpireHuey, RedisHuey as RedisHuey, SqliteHuey as SqliteHuey, crontab as crontab
