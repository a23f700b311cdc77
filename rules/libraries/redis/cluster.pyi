# redis-py 3.x to 6.x, `redis.cluster`: `RedisCluster`.

from redis.commands.core import BasicKeyCommands, HashCommands, ListCommands, ManagementCommands, PubSubCommands, ScanCommands, ScriptCommands, SetCommands, SortedSetCommands, StreamCommands
from redis.commands.redismodules import RedisModuleCommands

class RedisCluster(ManagementCommands, PubSubCommands, BasicKeyCommands, HashCommands, ListCommands, ScanCommands, SetCommands, StreamCommands, SortedSetCommands, ScriptCommands, RedisModuleCommands):
    @classmethod
    def from_url(cls, url, **kwargs) -> RedisCluster: ...
    def pipeline(self, transaction=..., shard_hint=...): ...
