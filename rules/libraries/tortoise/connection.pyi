# Tortoise ORM 0.x, `tortoise.connection`: `connections`.

from typing import Any

connections: Any
