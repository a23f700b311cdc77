# pytest 6.x to 9.x, `_pytest.capture`: `CaptureFixture`, `CaptureResult`.

class CaptureFixture:
    def readouterr(self) -> CaptureResult: ...

class CaptureResult(tuple):
    out: str
    err: str
