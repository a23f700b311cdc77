# pandas 1.x and 2.x: frames, series and what reads them.

from pandas._libs.tslibs import Timestamp as Timestamp
from pandas.core.computation.eval import eval as eval
from pandas.core.frame import DataFrame as DataFrame
from pandas.core.indexes.base import Index as Index
from pandas.core.indexes.datetimes import date_range as date_range
from pandas.core.reshape.concat import concat as concat
from pandas.core.reshape.encoding import get_dummies as get_dummies
from pandas.core.reshape.melt import melt as melt
from pandas.core.reshape.merge import merge as merge
from pandas.core.reshape.pivot import crosstab as crosstab, pivot_table as pivot_table
from pandas.core.series import Series as Series
from pandas.core.tools.datetimes import to_datetime as to_datetime
from pandas.core.tools.numeric import to_numeric as to_numeric
from pandas.io.clipboards import read_clipboard as read_clipboard
from pandas.io.excel._base import ExcelFile as ExcelFile, ExcelWriter as ExcelWriter, read_excel as read_excel
from pandas.io.feather_format import read_feather as read_feather
from pandas.io.gbq import read_gbq as read_gbq
from pandas.io.html import read_html as read_html
from pandas.io.json._json import read_json as read_json
from pandas.io.json._normalize import json_normalize as json_normalize
from pandas.io.orc import read_orc as read_orc
from pandas.io.parquet import read_parquet as read_parquet
from pandas.io.parsers.readers import read_csv as read_csv, read_fwf as read_fwf, read_table as read_table
from pandas.io.pickle import read_pickle as read_pickle
from pandas.io.pytables import HDFStore as HDFStore, read_hdf as read_hdf
from pandas.io.sql import read_sql as read_sql, read_sql_query as read_sql_query, read_sql_table as read_sql_table
from pandas.io.stata import read_stata as read_stata
from pandas.io.xml import read_xml as read_xml
