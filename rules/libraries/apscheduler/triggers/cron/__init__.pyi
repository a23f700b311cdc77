# APScheduler 3.x and 4.x, `apscheduler.triggers.cron`: `CronTrigger`.

class CronTrigger:
    @classmethod
    def from_crontab(cls, expr, timezone=...) -> CronTrigger: ...
