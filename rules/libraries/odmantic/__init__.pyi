# ODMantic 0.x and 1.x: models and the engine.

from odmantic.engine import AIOEngine as AIOEngine
from odmantic.model import Model as Model
