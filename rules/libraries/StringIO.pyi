# Python 2.7: text in memory; the class moved to `io`.

from io import StringIO as StringIO
