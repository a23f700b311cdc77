# APScheduler 3.x and 4.x, `apscheduler.schedulers.background`: `BackgroundScheduler`.

from apscheduler.schedulers.blocking import BlockingScheduler

class BackgroundScheduler(BlockingScheduler): ...
