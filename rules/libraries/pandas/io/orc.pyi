# pandas 1.x and 2.x, `pandas.io.orc`: `read_orc`.

from pandas.core.frame import DataFrame

def read_orc(path, columns=..., dtype_backend=..., filesystem=..., **kwargs) -> DataFrame: ...
