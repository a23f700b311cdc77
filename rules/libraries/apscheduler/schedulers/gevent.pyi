# APScheduler 3.x and 4.x, `apscheduler.schedulers.gevent`: `GeventScheduler`.

from apscheduler.schedulers.blocking import BlockingScheduler

class GeventScheduler(BlockingScheduler): ...
