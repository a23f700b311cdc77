# dramatiq 1.x, `dramatiq.brokers.stub`: `StubBroker`.

from dramatiq.broker import Broker

class StubBroker(Broker): ...
