# Litestar 2.x, `litestar.datastructures.state`: `State`.

from collections.abc import MutableMapping

class State(MutableMapping): ...
