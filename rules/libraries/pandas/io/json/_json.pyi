# pandas 1.x and 2.x, `pandas.io.json._json`: `read_json`.

from pandas.core.frame import DataFrame

def read_json(path_or_buf, *, orient=..., typ=..., dtype=..., convert_axes=..., convert_dates=..., keep_default_dates=..., precise_float=..., date_unit=..., encoding=..., encoding_errors=..., lines=..., chunksize=..., compression=..., nrows=..., storage_options=..., dtype_backend=..., engine=...) -> DataFrame: ...
