# APScheduler 3.x and 4.x, `apscheduler.schedulers.asyncio`: `AsyncIOScheduler`.

from apscheduler.schedulers.base import BaseScheduler

class AsyncIOScheduler(BaseScheduler): ...
