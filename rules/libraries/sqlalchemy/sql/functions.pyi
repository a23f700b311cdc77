# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql.functions`: `func`.

from typing import Any

func: Any
