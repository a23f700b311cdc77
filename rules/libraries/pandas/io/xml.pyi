# pandas 1.x and 2.x, `pandas.io.xml`: `read_xml`.

from pandas.core.frame import DataFrame

def read_xml(path_or_buffer, *, xpath=..., namespaces=..., elems_only=..., attrs_only=..., names=..., dtype=..., converters=..., parse_dates=..., encoding=..., parser=..., stylesheet=..., iterparse=..., compression=..., storage_options=..., dtype_backend=...) -> DataFrame: ...
