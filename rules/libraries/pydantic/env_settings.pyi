# Pydantic 1.x and 2.x, `pydantic.env_settings`: `BaseSettings`.

from pydantic.main import BaseModel

class BaseSettings(BaseModel): ...
