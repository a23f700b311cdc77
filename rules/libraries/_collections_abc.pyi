# Python 3.8 to 3.14: the module behind `collections.abc`.

from collections.abc import *
