# Celery 4.x and 5.x, `celery.decorators`: names that live elsewhere.

from celery.task import periodic_task as periodic_task, task as task
