# cloudpickle 1.x to 3.x: objects pickled.

from _pickle import load as load, loads as loads
from cloudpickle.cloudpickle import dump as dump, dumps as dumps
