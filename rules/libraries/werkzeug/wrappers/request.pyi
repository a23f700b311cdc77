# Werkzeug 1.x to 3.x, `werkzeug.wrappers.request`: `Request`.

from typing import Any, IO, Self
from werkzeug.datastructures.file_storage import FileStorage
from werkzeug.datastructures.structures import CombinedMultiDict, ImmutableMultiDict
from werkzeug.sansio.request import Request as _WerkzeugRequest

class Request(_WerkzeugRequest):
    form: ImmutableMultiDict[str, str]
    files: ImmutableMultiDict[str, FileStorage]
    values: CombinedMultiDict[str, str]
    stream: IO[bytes]
    environ: dict[str, object]
    data: bytes
    json: Any
    def get_json(self, force=..., silent=..., cache=...): ...
    def get_data(self, cache=..., as_text=..., parse_form_data=...) -> bytes | str: ...
    url_root: str
    script_root: str
    remote_user: str | None
    @classmethod
    def from_values(cls, *args, **kwargs) -> Self: ...
    @classmethod
    def application(cls, f): ...
    is_xhr: bool
