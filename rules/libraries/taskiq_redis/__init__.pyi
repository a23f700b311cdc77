# taskiq-redis 0.x and 1.x: brokers.

from taskiq_redis.redis_broker import ListQueueBroker as ListQueueBroker, RedisStreamBroker as RedisStreamBroker
