# taskiq 0.x: brokers and tasks.

from taskiq.abc.broker import AsyncBroker as AsyncBroker
from taskiq.brokers.inmemory_broker import InMemoryBroker as InMemoryBroker
from taskiq.decor import AsyncTaskiqDecoratedTask as AsyncTaskiqDecoratedTask
from taskiq.task import AsyncTaskiqTask as AsyncTaskiqTask
