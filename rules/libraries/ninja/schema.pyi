# Django Ninja 0.x and 1.x, `ninja.schema`: `Schema`.

import builtins
from pydantic.main import BaseModel
from typing import Self

class Schema(BaseModel):
    @classmethod
    def from_orm(cls, obj, **kw) -> Self: ...
    def dict(self, *a, **kw) -> builtins.dict[str, object]: ...
