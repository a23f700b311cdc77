# Paramiko 2.x to 4.x, `paramiko.util`: `ClosingContextManager`.

from typing import Self

class ClosingContextManager:
    def __enter__(self) -> Self: ...
