# Python 3.11 to 3.14: tasks that end together.

from collections.abc import Coroutine
from typing import Self
import asyncio.tasks

class TaskGroup:
    async def __aenter__(self) -> Self: ...
    def create_task[T](self, coro: Coroutine[object, object, T], *, name=..., context=..., eager_start=...) -> asyncio.tasks.Task[T]: ...
