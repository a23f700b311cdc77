# Celery 4.x and 5.x, `celery.app`: `shared_task`.

from celery.app.task import Task
from collections.abc import Callable
from celery._state import _app_or_default as app_or_default, current_app as current_app
from celery.app.base import Celery as Celery

def shared_task(*args, **kwargs) -> Callable[[Callable[..., object]], Task] | Task: ...
