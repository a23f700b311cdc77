# pandas 1.x and 2.x, `pandas.io.clipboards`: `read_clipboard`.

from pandas.core.frame import DataFrame

def read_clipboard(sep=..., dtype_backend=..., **kwargs) -> DataFrame: ...
