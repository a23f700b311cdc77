# FastAPI 0.x, `fastapi.security.http`: `HTTPAuthorizationCredentials`, `HTTPBasicCredentials`, `HTTPBearer`, `HTTPBasic` and others.

from pydantic.main import BaseModel

class HTTPAuthorizationCredentials(BaseModel):
    scheme: str
    credentials: str

class HTTPBasicCredentials(BaseModel):
    username: str
    password: str

class HTTPBearer:
    async def __call__(self, request) -> HTTPAuthorizationCredentials | None: ...

class HTTPBasic:
    async def __call__(self, request) -> HTTPBasicCredentials | None: ...

class HTTPDigest:
    async def __call__(self, request) -> HTTPAuthorizationCredentials | None: ...
