# pytest 6.x to 9.x, `_pytest.tmpdir`: `TempPathFactory`.

from pathlib import Path

class TempPathFactory:
    def mktemp(self, basename, numbered=...) -> Path: ...
