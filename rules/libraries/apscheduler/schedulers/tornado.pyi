# APScheduler 3.x and 4.x, `apscheduler.schedulers.tornado`: `TornadoScheduler`.

from apscheduler.schedulers.base import BaseScheduler

class TornadoScheduler(BaseScheduler): ...
