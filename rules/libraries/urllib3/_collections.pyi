# urllib3 1.x and 2.x, `urllib3._collections`: `HTTPHeaderDict`.

from collections.abc import MutableMapping

class HTTPHeaderDict(MutableMapping): ...
