# Litestar 2.x, `litestar.response.template`: `Template`.

from litestar.response.base import Response

class Template(Response): ...
