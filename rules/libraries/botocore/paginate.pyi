# botocore 1.x, `botocore.paginate`: `Paginator`, `PageIterator`.

from collections.abc import Iterator

class Paginator:
    def paginate(self, **kwargs) -> PageIterator: ...

class PageIterator:
    def __iter__(self) -> Iterator[dict[str, object]]: ...
    def search(self, expression): ...
