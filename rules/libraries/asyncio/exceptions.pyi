# Python 3.8 to 3.14: the exceptions of asyncio.

import builtins

class CancelledError(BaseException): ...

TimeoutError = builtins.TimeoutError

class InvalidStateError(Exception): ...
class SendfileNotAvailableError(RuntimeError): ...

class IncompleteReadError(EOFError):
    partial: bytes
    expected: int | None

class LimitOverrunError(Exception):
    consumed: int

class BrokenBarrierError(RuntimeError): ...
