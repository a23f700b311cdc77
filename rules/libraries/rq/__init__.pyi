# RQ 1.x and 2.x: queues, jobs and workers.

from rq.callbacks import Callback as Callback
from rq.decorators import job as job
from rq.job import Retry as Retry, get_current_job as get_current_job
from rq.queue import Queue as Queue
from rq.worker.worker_classes import SimpleWorker as SimpleWorker, Worker as Worker

class Connection:
    def __init__(self, connection=..., redis_class=...): ...
