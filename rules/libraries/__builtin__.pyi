# Python 2.7: the built-in names; the module is `builtins` now.

from builtins import *
