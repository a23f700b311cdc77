# pandas 1.x and 2.x, `pandas.core.reshape.merge`: `merge`.

from pandas.core.frame import DataFrame

def merge(left, right, how=..., on=..., left_on=..., right_on=..., left_index=..., right_index=..., sort=..., suffixes=..., copy=..., indicator=..., validate=...) -> DataFrame: ...
