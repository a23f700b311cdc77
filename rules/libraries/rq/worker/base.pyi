# RQ 1.x and 2.x, `rq.worker.base`: `BaseWorker`.

class BaseWorker:
    def work(self, burst=..., logging_level=..., date_format=..., log_format=..., max_jobs=..., max_idle_time=..., with_scheduler=..., dequeue_strategy=...) -> bool: ...
