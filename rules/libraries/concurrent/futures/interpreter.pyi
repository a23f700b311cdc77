# Python 3.14: an executor of interpreters.

from concurrent.futures.thread import ThreadPoolExecutor

class InterpreterPoolExecutor(ThreadPoolExecutor):
    def __init__(self, max_workers=..., thread_name_prefix=..., initializer=..., initargs=...): ...
