# pandas 1.x and 2.x, `pandas.core.reshape.concat`: `concat`.

from pandas.core.frame import DataFrame

def concat(objs, *, axis=..., join=..., ignore_index=..., keys=..., levels=..., names=..., verify_integrity=..., sort=..., copy=...) -> DataFrame: ...
