# pandas 1.x and 2.x, `pandas.io.excel._base`: `read_excel`, `ExcelFile`, `ExcelWriter`.

from pandas.core.frame import DataFrame
from typing import Self

def read_excel(io, sheet_name=..., *, header=..., names=..., index_col=..., usecols=..., dtype=..., engine=..., converters=..., true_values=..., false_values=..., skiprows=..., nrows=..., na_values=..., keep_default_na=..., na_filter=..., verbose=..., parse_dates=..., date_parser=..., date_format=..., thousands=..., decimal=..., comment=..., skipfooter=..., storage_options=..., dtype_backend=..., engine_kwargs=...) -> DataFrame: ...

class ExcelFile:
    def parse(self, sheet_name=..., header=..., names=..., index_col=..., usecols=..., converters=..., true_values=..., false_values=..., skiprows=..., nrows=..., na_values=..., parse_dates=..., date_parser=..., date_format=..., thousands=..., comment=..., skipfooter=..., dtype_backend=..., **kwds) -> DataFrame: ...

class ExcelWriter:
    def __enter__(self) -> Self: ...
