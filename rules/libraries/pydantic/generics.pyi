# Pydantic 1.x and 2.x, `pydantic.generics`: `GenericModel`.

from pydantic.main import BaseModel

class GenericModel(BaseModel): ...
