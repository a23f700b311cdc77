# taskiq-aio-pika 0.x, `taskiq_aio_pika.broker`: `AioPikaBroker`.

from taskiq.abc.broker import AsyncBroker

class AioPikaBroker(AsyncBroker): ...
