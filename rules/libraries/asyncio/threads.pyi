# Python 3.9 to 3.14: functions in threads, awaited.

from collections.abc import Callable

async def to_thread[T](func: Callable[..., T], /, *args, **kwargs) -> T: ...
