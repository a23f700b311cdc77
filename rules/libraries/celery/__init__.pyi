# Celery 4.x and 5.x: the application, tasks, results, the canvas and schedules.

from celery._state import current_app as current_app, current_task as current_task
from celery.app import shared_task as shared_task
from celery.app.base import Celery as Celery
from celery.app.task import Task as Task
from celery.canvas import Signature as Signature, Signature as subtask, _chord as chord, chain as chain, chunks as chunks, group as group, signature as signature
