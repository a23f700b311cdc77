# Python 3.8 to 3.14: the functions of paths; they are those of `posixpath`.

from posixpath import *
