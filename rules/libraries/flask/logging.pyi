# Flask 1.x to 3.x, `flask.logging`: `create_logger`.

from logging import Logger

def create_logger(app) -> Logger: ...
