# Litestar 2.x, `litestar.response.file`: `File`.

from litestar.response.base import Response

class File(Response): ...
