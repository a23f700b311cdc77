# Python 3.8 to 3.14: an executor of processes.

from collections.abc import Callable
from concurrent.futures._base import BrokenExecutor, Executor

class BrokenProcessPool(BrokenExecutor): ...

class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=..., mp_context=..., initializer: Callable[..., object] = ..., initargs=..., *, max_tasks_per_child=...): ...
