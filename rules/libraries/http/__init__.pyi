# Python 3.8 to 3.14: the codes and methods of HTTP.

from enum import IntEnum, StrEnum

class HTTPStatus(IntEnum):
    phrase: str
    description: str
    is_success: bool
    is_client_error: bool
    is_server_error: bool
    OK: int
    CREATED: int
    ACCEPTED: int
    NO_CONTENT: int
    MOVED_PERMANENTLY: int
    FOUND: int
    SEE_OTHER: int
    NOT_MODIFIED: int
    BAD_REQUEST: int
    UNAUTHORIZED: int
    FORBIDDEN: int
    NOT_FOUND: int
    METHOD_NOT_ALLOWED: int
    CONFLICT: int
    GONE: int
    TOO_MANY_REQUESTS: int
    INTERNAL_SERVER_ERROR: int
    NOT_IMPLEMENTED: int
    BAD_GATEWAY: int
    SERVICE_UNAVAILABLE: int

class HTTPMethod(StrEnum):
    CONNECT: str
    DELETE: str
    GET: str
    HEAD: str
    OPTIONS: str
    PATCH: str
    POST: str
    PUT: str
    TRACE: str
