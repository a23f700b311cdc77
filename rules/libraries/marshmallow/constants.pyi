# marshmallow 3.x, `marshmallow.constants`: `EXCLUDE`, `INCLUDE`, `RAISE`.

from typing import Any

EXCLUDE: Any
INCLUDE: Any
RAISE: Any
