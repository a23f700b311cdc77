# FastAPI 0.x, `fastapi.security.oauth2`: `OAuth2PasswordRequestForm`, `OAuth2PasswordRequestFormStrict`, `SecurityScopes`, `OAuth2PasswordBearer` and others.

class OAuth2PasswordRequestForm:
    username: str
    password: str
    scopes: list[str]
    client_id: str | None
    client_secret: str | None

class OAuth2PasswordRequestFormStrict(OAuth2PasswordRequestForm): ...

class SecurityScopes:
    scopes: list[str]
    scope_str: str

class OAuth2: ...

class OAuth2PasswordBearer(OAuth2):
    async def __call__(self, request) -> str | None: ...

class OAuth2AuthorizationCodeBearer(OAuth2):
    async def __call__(self, request) -> str | None: ...
