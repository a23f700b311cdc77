# Celery 4.x and 5.x, `celery.app.utils`: `Settings`.

from collections.abc import MutableMapping
from typing import Any

class Settings(MutableMapping):
    def update(self, *args, **kwargs): ...
    beat_schedule: Any
    broker_url: Any
    result_backend: Any
    task_serializer: Any
    accept_content: Any
