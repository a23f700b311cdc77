# Werkzeug 1.x to 3.x, `werkzeug.datastructures.auth`: `Authorization`, `WWWAuthenticate`.

class Authorization:
    username: str | None
    password: str | None
    type: str
    token: str | None
    @classmethod
    def from_header(cls, value) -> Authorization | None: ...

class WWWAuthenticate: ...
