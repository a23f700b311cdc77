# Litestar 2.x, `litestar.response.redirect`: `Redirect`.

from litestar.response.base import Response

class Redirect(Response): ...
