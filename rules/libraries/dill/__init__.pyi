# dill 0.x: objects pickled.

from dill._dill import Pickler as Pickler, Unpickler as Unpickler, dump as dump, dumps as dumps, load as load, loads as loads
