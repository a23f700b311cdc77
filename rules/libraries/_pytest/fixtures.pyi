# pytest 6.x to 9.x, `_pytest.fixtures`: `fixture`, `yield_fixture`, `FixtureRequest`.

from _pytest.config import Config
from collections.abc import Callable
from typing import Any

def fixture[F](fixture_function: F | None = ..., *, scope=..., params=..., autouse=..., ids=..., name=...) -> F | Callable[[F], F]: ...
def yield_fixture[F](fixture_function: F | None = ..., *args, scope=..., params=..., autouse=..., ids=..., name=...) -> F | Callable[[F], F]: ...

class FixtureRequest:
    def getfixturevalue(self, argname): ...
    def addfinalizer(self, finalizer): ...
    param: Any
    config: Config
    node: Any
    function: Any
    cls: Any
    instance: Any
    module: Any

@fixture(scope="session")
def pytestconfig(request) -> Config: ...
