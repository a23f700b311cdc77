# Pydantic 1.x and 2.x, `pydantic.root_model`: `RootModel`.

from pydantic.main import BaseModel
from typing import Any

class RootModel(BaseModel):
    root: Any
