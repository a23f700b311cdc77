# plumbum 1.x, `plumbum.commands.modifiers`: `FG`, `BG`.

from typing import Any

FG: Any
BG: Any
