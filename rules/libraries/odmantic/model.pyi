# ODMantic 0.x and 1.x, `odmantic.model`: `Model`.

from pydantic.main import BaseModel

class Model(BaseModel): ...
