# pandas 1.x and 2.x, `pandas.core.indexing`: `IndexingMixin`.

from typing import Any

class IndexingMixin:
    loc: Any
    iloc: Any
    at: Any
    iat: Any
