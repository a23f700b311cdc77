# Celery 4.x and 5.x, `celery.task.schedules`: names that live elsewhere.

from celery.schedules import crontab as crontab
