# FastAPI 0.x, `fastapi.security.http`: `HTTPAuthorizationCredentials`, `HTTPBasicCredentials`, `HTTPBearer`, `HTTPBasic` and others.

class HTTPAuthorizationCredentials:
    scheme: str
    credentials: str

class HTTPBasicCredentials:
    username: str
    password: str

class HTTPBearer:
    async def __call__(self, request) -> HTTPAuthorizationCredentials | None: ...

class HTTPBasic:
    async def __call__(self, request) -> HTTPBasicCredentials | None: ...

class HTTPDigest:
    async def __call__(self, request) -> HTTPAuthorizationCredentials | None: ...
