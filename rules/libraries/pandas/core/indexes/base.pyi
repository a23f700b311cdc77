# pandas 1.x and 2.x, `pandas.core.indexes.base`: `Index`.

from pandas.core.base import IndexOpsMixin

class Index(IndexOpsMixin): ...
