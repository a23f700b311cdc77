# pytest 6.x to 9.x, `_pytest.tmpdir`: `TempPathFactory` and the fixtures of paths.

from _pytest.fixtures import fixture
from pathlib import Path

class TempPathFactory:
    def mktemp(self, basename, numbered=...) -> Path: ...

@fixture(scope="session")
def tmp_path_factory(request) -> TempPathFactory: ...
@fixture
def tmp_path(request, tmp_path_factory) -> Path: ...
