# requests 2.x, `requests.structures`: `CaseInsensitiveDict`.

from collections.abc import MutableMapping

class CaseInsensitiveDict(MutableMapping[str, str]):
    def __getitem__(self, key) -> str: ...
    def get(self, key, default=...) -> str | None: ...
