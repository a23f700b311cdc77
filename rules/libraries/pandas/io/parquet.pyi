# pandas 1.x and 2.x, `pandas.io.parquet`: `read_parquet`.

from pandas.core.frame import DataFrame

def read_parquet(path, engine=..., columns=..., storage_options=..., use_nullable_dtypes=..., dtype_backend=..., filesystem=..., filters=..., **kwargs) -> DataFrame: ...
