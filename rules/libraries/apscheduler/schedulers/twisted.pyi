# APScheduler 3.x and 4.x, `apscheduler.schedulers.twisted`: `TwistedScheduler`, `TwistedScheduler`.

from apscheduler.schedulers.base import BaseScheduler, BaseScheduler as _ApschedulerBaseScheduler

class TwistedScheduler(_ApschedulerBaseScheduler): ...

class TwistedScheduler(BaseScheduler): ...
