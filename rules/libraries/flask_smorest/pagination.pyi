# flask-smorest 0.x, `flask_smorest.pagination`: `PaginationMixin`.

from collections.abc import Callable

class PaginationMixin:
    def paginate[F](self, pager=..., *, page=..., page_size=..., max_page_size=...) -> Callable[[F], F]: ...
