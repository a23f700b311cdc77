# Python 2.7: `pickle` in C.

from pickle import *
