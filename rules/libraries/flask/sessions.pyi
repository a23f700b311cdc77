# Flask 1.x to 3.x, `flask.sessions`: `SessionInterface`, `SessionMixin`, `SecureCookieSession`, `NullSession` and others.

from collections.abc import MutableMapping
from itsdangerous.url_safe import URLSafeTimedSerializer

class SessionInterface:
    def open_session(self, app, request) -> SessionMixin | None: ...
    def save_session(self, app, session, response): ...
    def make_null_session(self, app): ...

class SessionMixin(MutableMapping):
    permanent: bool
    new: bool
    modified: bool
    accessed: bool

class SecureCookieSession(dict, SessionMixin): ...
class NullSession(SecureCookieSession): ...

class SecureCookieSessionInterface(SessionInterface):
    def get_signing_serializer(self, app) -> URLSafeTimedSerializer | None: ...
