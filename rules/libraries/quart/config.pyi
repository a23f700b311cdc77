# Quart 0.x, `quart.config`: `Config`.

from flask.config import Config as _FlaskConfig

class Config(_FlaskConfig): ...
