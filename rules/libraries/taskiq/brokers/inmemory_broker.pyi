# taskiq 0.x, `taskiq.brokers.inmemory_broker`: `InMemoryBroker`.

from taskiq.abc.broker import AsyncBroker

class InMemoryBroker(AsyncBroker): ...
