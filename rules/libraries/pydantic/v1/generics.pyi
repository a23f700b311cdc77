# Pydantic 1.x and 2.x, `pydantic.v1.generics`: `GenericModel`.

from pydantic.v1.main import BaseModel

class GenericModel(BaseModel): ...
