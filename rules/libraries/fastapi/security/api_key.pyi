# FastAPI 0.x, `fastapi.security.api_key`: `APIKeyHeader`, `APIKeyCookie`, `APIKeyQuery`.

class APIKeyHeader:
    async def __call__(self, request) -> str | None: ...

class APIKeyCookie:
    async def __call__(self, request) -> str | None: ...

class APIKeyQuery:
    async def __call__(self, request) -> str | None: ...
