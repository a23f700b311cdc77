# Loguru 0.x: the logger.

from loguru._logger import Logger

logger: Logger
