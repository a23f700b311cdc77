# Fabric 2.x and 3.x, `fabric.tasks`: `task`.

from collections.abc import Callable

def task[F](*args, **kwargs) -> F | Callable[[F], F]: ...
