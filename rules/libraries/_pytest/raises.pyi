# pytest 6.x to 9.x, `_pytest.raises`: `raises`.

from _pytest._code.code import ExceptionInfo
from contextlib import AbstractContextManager

def raises[E](expected_exception: type[E] = ..., func=..., *args, **kwargs) -> AbstractContextManager[ExceptionInfo[E]]: ...
