# taskiq-aio-pika 0.x: a broker.

from taskiq_aio_pika.broker import AioPikaBroker as AioPikaBroker
