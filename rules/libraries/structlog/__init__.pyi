# structlog 20 and later: loggers.

from structlog._base import BoundLoggerBase as BoundLoggerBase
from structlog._config import configure as configure, get_logger as getLogger, get_logger as get_logger, wrap_logger as wrap_logger
from structlog._generic import BoundLogger as BoundLogger
