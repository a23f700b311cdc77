# pandas 1.x and 2.x, `pandas.io.stata`: `read_stata`.

from pandas.core.frame import DataFrame

def read_stata(filepath_or_buffer, *, convert_dates=..., convert_categoricals=..., index_col=..., convert_missing=..., preserve_dtypes=..., columns=..., order_categoricals=..., chunksize=..., iterator=..., compression=..., storage_options=...) -> DataFrame: ...
