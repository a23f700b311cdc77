# structlog 20 and later, `structlog._generic`: `BoundLogger`.

from structlog._base import BoundLoggerBase

class BoundLogger(BoundLoggerBase): ...
