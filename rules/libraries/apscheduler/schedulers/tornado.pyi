# APScheduler 3.x and 4.x, `apscheduler.schedulers.tornado`: `TornadoScheduler`, `TornadoScheduler`.

from apscheduler.schedulers.base import BaseScheduler, BaseScheduler as _ApschedulerBaseScheduler

class TornadoScheduler(_ApschedulerBaseScheduler): ...

class TornadoScheduler(BaseScheduler): ...
