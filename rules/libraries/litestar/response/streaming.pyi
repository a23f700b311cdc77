# Litestar 2.x, `litestar.response.streaming`: `Stream`.

from litestar.response.base import Response

class Stream(Response): ...
