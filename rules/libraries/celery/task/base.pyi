# Celery 4.x and 5.x, `celery.task.base`: names that live elsewhere.

from celery.app.base import Celery as Celery
from celery.app.task import Task as Task
from celery.task import PeriodicTask as PeriodicTask, periodic_task as periodic_task, task as task
