# Pydantic 1.x and 2.x, `pydantic.generics`: `GenericModel`.

from pydantic.main import BaseModel
from pydantic.main import BaseModel as GenericModel

class GenericModel(BaseModel): ...
