# dramatiq 1.x, `dramatiq.brokers.redis`: `RedisBroker`.

from dramatiq.broker import Broker

class RedisBroker(Broker): ...
