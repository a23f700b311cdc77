# pandas 1.x and 2.x, `pandas.core.reshape.encoding`: `get_dummies`.

from pandas.core.frame import DataFrame

def get_dummies(data, prefix=..., prefix_sep=..., dummy_na=..., columns=..., sparse=..., drop_first=..., dtype=...) -> DataFrame: ...
