# Python 3.8 to 3.14: the module behind `sqlite3`, which has the same names.

from sqlite3 import *
