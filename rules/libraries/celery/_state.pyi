# Celery 4.x and 5.x, `celery._state`: `current_app`, `current_task`.

from celery.app.base import Celery
from celery.app.task import Task

current_app: Celery
current_task: Task
def _app_or_default(app=...) -> Celery: ...
