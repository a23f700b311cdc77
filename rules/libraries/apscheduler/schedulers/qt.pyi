# APScheduler 3.x and 4.x, `apscheduler.schedulers.qt`: `QtScheduler`.

from apscheduler.schedulers.base import BaseScheduler

class QtScheduler(BaseScheduler): ...
