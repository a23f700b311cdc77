# Python 3.8 to 3.14: the module in C behind `io`.

from io import *
