# pytest 6.x to 9.x, `_pytest._code.code`: `ExceptionInfo`.

import builtins

class ExceptionInfo[E]:
    value: E
    type: builtins.type[E]
    def match(self, regexp) -> bool: ...
    typename: str
