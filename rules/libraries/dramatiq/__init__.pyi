# dramatiq 1.x: actors, messages and brokers.

from dramatiq.actor import Actor as Actor, actor as actor
from dramatiq.broker import Broker as Broker, get_broker as get_broker, set_broker as set_broker
from dramatiq.composition import group as group, pipeline as pipeline
from dramatiq.message import Message as Message
from dramatiq.middleware.middleware import Middleware as Middleware
from dramatiq.worker import Worker as Worker
