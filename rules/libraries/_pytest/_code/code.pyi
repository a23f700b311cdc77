# pytest 6.x to 9.x, `_pytest._code.code`: `ExceptionInfo`.

import builtins

class ExceptionInfo:
    value: BaseException
    type: builtins.type[BaseException]
    def match(self, regexp) -> bool: ...
    typename: str
