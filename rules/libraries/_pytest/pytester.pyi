# pytest 6.x to 9.x, `_pytest.pytester`: `Pytester` and its fixture.

from _pytest.fixtures import fixture

class Pytester: ...

@fixture
def pytester(request, tmp_path_factory, monkeypatch) -> Pytester: ...
