# Werkzeug 1.x to 3.x, `werkzeug.sansio.request`: `Request`.

from werkzeug.datastructures.accept import CharsetAccept, LanguageAccept, MIMEAccept
from werkzeug.datastructures.auth import Authorization
from werkzeug.datastructures.cache_control import RequestCacheControl
from werkzeug.datastructures.headers import EnvironHeaders
from werkzeug.datastructures.range import IfRange, Range
from werkzeug.datastructures.structures import ImmutableMultiDict
from werkzeug.user_agent import UserAgent

class Request:
    args: ImmutableMultiDict[str, str]
    cookies: ImmutableMultiDict[str, str]
    headers: EnvironHeaders
    is_json: bool
    mimetype: str
    content_type: str | None
    content_length: int | None
    method: str
    path: str
    full_path: str
    url: str
    base_url: str
    root_url: str
    host: str
    host_url: str
    scheme: str
    root_path: str
    query_string: bytes
    remote_addr: str | None
    access_route: list[str]
    is_secure: bool
    referrer: str | None
    origin: str | None
    user_agent: UserAgent
    authorization: Authorization | None
    accept_mimetypes: MIMEAccept
    accept_languages: LanguageAccept
    accept_charsets: CharsetAccept
    if_range: IfRange
    range: Range | None
    cache_control: RequestCacheControl
