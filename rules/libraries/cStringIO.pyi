# Python 2.7: text in memory, in C; the class moved to `io`.

from io import StringIO as StringIO
