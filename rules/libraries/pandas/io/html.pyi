# pandas 1.x and 2.x, `pandas.io.html`: `read_html`.

from pandas.core.frame import DataFrame

def read_html(io, *, match=..., flavor=..., header=..., index_col=..., skiprows=..., attrs=..., parse_dates=..., thousands=..., encoding=..., decimal=..., converters=..., na_values=..., keep_default_na=..., displayed_only=..., extract_links=..., dtype_backend=..., storage_options=...) -> list[DataFrame]: ...
