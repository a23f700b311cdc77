# pandas 1.x and 2.x, `pandas.io.feather_format`: `read_feather`.

from pandas.core.frame import DataFrame

def read_feather(path, columns=..., use_threads=..., storage_options=..., dtype_backend=...) -> DataFrame: ...
