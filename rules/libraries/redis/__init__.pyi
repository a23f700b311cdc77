# redis-py 3.x to 6.x: clients, pipelines and pools.

from redis.client import Redis as Redis, Redis as StrictRedis
from redis.cluster import RedisCluster as RedisCluster
from redis.connection import BlockingConnectionPool as BlockingConnectionPool, Connection as Connection, ConnectionPool as ConnectionPool, SSLConnection as SSLConnection
from redis.exceptions import ConnectionError as ConnectionError, RedisError as RedisError, ResponseError as ResponseError, TimeoutError as TimeoutError
from redis.sentinel import Sentinel as Sentinel
from redis.utils import from_url as from_url
