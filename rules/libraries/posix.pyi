# Python 3.8 to 3.14: the module in C behind `os` on POSIX systems.

from os import *
