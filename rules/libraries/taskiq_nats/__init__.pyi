# taskiq-nats 0.x: a broker.

from taskiq_nats.broker import NatsBroker as NatsBroker
