# pytest 6.x to 9.x, `_pytest.config`: `main`, `Config`, `hookimpl`, `hookspec`.

from pathlib import Path
from typing import Any

def main(args=..., plugins=...) -> int: ...

class Config:
    def getoption(self, name, default=..., skip=...): ...
    def getini(self, name): ...
    def addinivalue_line(self, name, line): ...
    pluginmanager: Any
    option: Any
    rootpath: Path

hookimpl: Any
hookspec: Any
