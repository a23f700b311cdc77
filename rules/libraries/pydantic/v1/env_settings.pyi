# Pydantic 1.x and 2.x, `pydantic.v1.env_settings`: `BaseSettings`.

from pydantic.v1.main import BaseModel

class BaseSettings(BaseModel): ...
