# pytest 6.x to 9.x, `_pytest.python`: `Function`, `Metafunc`.

from _pytest.nodes import Item

class Function(Item): ...

class Metafunc:
    def parametrize(self, argnames, argvalues, *, indirect=..., ids=..., scope=..., _param_mark=...): ...
