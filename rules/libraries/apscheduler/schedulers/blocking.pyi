# APScheduler 3.x and 4.x, `apscheduler.schedulers.blocking`: `BlockingScheduler`.

from apscheduler.schedulers.base import BaseScheduler

class BlockingScheduler(BaseScheduler): ...
