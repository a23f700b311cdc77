# pandas 1.x and 2.x, `pandas.core.reshape.melt`: `melt`.

from pandas.core.frame import DataFrame

def melt(frame, id_vars=..., value_vars=..., var_name=..., value_name=..., col_level=..., ignore_index=...) -> DataFrame: ...
