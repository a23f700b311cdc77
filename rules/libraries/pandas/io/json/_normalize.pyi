# pandas 1.x and 2.x, `pandas.io.json._normalize`: `json_normalize`.

from pandas.core.frame import DataFrame

def json_normalize(data, record_path=..., meta=..., meta_prefix=..., record_prefix=..., errors=..., sep=..., max_level=...) -> DataFrame: ...
