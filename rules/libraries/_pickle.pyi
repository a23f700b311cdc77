# Python 3.8 to 3.14: the module in C behind `pickle`.

from pickle import Pickler as Pickler
from pickle import Unpickler as Unpickler
from pickle import PickleError as PickleError
from pickle import PicklingError as PicklingError
from pickle import UnpicklingError as UnpicklingError
from pickle import dump as dump
from pickle import dumps as dumps
from pickle import load as load
from pickle import loads as loads
