# pandas 1.x and 2.x, `pandas._libs.tslibs`: `Timestamp`.

from datetime import datetime

class Timestamp(datetime): ...
