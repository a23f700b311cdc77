# Python 3.8 to 3.14: work that is done by threads and processes.

from concurrent.futures._base import Future as Future
from concurrent.futures._base import Executor as Executor
from concurrent.futures._base import CancelledError as CancelledError
from concurrent.futures._base import TimeoutError as TimeoutError
from concurrent.futures._base import InvalidStateError as InvalidStateError
from concurrent.futures._base import BrokenExecutor as BrokenExecutor
from concurrent.futures._base import wait as wait
from concurrent.futures._base import as_completed as as_completed
from concurrent.futures.thread import ThreadPoolExecutor as ThreadPoolExecutor
from concurrent.futures.process import ProcessPoolExecutor as ProcessPoolExecutor
from concurrent.futures.interpreter import InterpreterPoolExecutor as InterpreterPoolExecutor

FIRST_COMPLETED: str
FIRST_EXCEPTION: str
ALL_COMPLETED: str
