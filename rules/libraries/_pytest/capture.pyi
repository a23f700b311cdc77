# pytest 6.x to 9.x, `_pytest.capture`: `CaptureFixture`, `CaptureResult` and their fixtures.

from _pytest.fixtures import fixture
from collections.abc import Generator

class CaptureFixture:
    def readouterr(self) -> CaptureResult: ...

class CaptureResult(tuple):
    out: str
    err: str

@fixture
def capsys(request) -> Generator[CaptureFixture]: ...
@fixture
def capsysbinary(request) -> Generator[CaptureFixture]: ...
@fixture
def capfd(request) -> Generator[CaptureFixture]: ...
@fixture
def capfdbinary(request) -> Generator[CaptureFixture]: ...
