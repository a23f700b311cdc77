# pandas 1.x and 2.x, `pandas.io.gbq`: `read_gbq`.

from pandas.core.frame import DataFrame

def read_gbq(query, project_id=..., index_col=..., col_order=..., reauth=..., auth_local_webserver=..., dialect=..., location=..., configuration=..., credentials=..., use_bqstorage_api=..., max_results=..., progress_bar_type=...) -> DataFrame: ...
