# Python 3.8 to 3.14: an executor of threads.

from collections.abc import Callable
from concurrent.futures._base import BrokenExecutor, Executor

class BrokenThreadPool(BrokenExecutor): ...

class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=..., thread_name_prefix=..., initializer: Callable[..., object] = ..., initargs=..., **ctxkwargs): ...
