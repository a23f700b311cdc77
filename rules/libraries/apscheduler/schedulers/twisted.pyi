# APScheduler 3.x and 4.x, `apscheduler.schedulers.twisted`: `TwistedScheduler`.

from apscheduler.schedulers.base import BaseScheduler

class TwistedScheduler(BaseScheduler): ...
