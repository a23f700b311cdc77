# Flask-SQLAlchemy 2.x and 3.x, `flask_sqlalchemy.pagination`: `Pagination`.

from collections.abc import Iterator

class Pagination:
    items: list[object]
    page: int
    per_page: int
    pages: int
    total: int | None
    has_next: bool
    has_prev: bool
    def next(self, *, error_out=...) -> Pagination: ...
    def prev(self, *, error_out=...) -> Pagination: ...
    def iter_pages(self, *, left_edge=..., left_current=..., right_current=..., right_edge=...) -> Iterator[int | None]: ...
    def __iter__(self): ...
