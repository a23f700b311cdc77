# Tornado 5.x and 6.x, `tornado.options`: `define`, `options`.

from typing import Any

def define(name, default=..., type=..., help=..., metavar=..., multiple=..., group=..., callback=...): ...
options: Any
