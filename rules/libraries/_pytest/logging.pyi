# pytest 6.x to 9.x, `_pytest.logging`: `LogCaptureFixture` and its fixture.

from _pytest.fixtures import fixture
from collections.abc import Generator
from contextlib import AbstractContextManager
from logging import LogRecord

class LogCaptureFixture:
    text: str
    messages: list[str]
    records: list[LogRecord]
    def set_level(self, level, logger=...): ...
    def at_level(self, level, logger=...) -> AbstractContextManager[None]: ...
    def clear(self): ...

@fixture
def caplog(request) -> Generator[LogCaptureFixture]: ...
