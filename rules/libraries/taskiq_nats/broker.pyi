# taskiq-nats 0.x, `taskiq_nats.broker`: `NatsBroker`.

from taskiq.abc.broker import AsyncBroker

class NatsBroker(AsyncBroker): ...
