# FastAPI 0.x, `fastapi.security.open_id_connect_url`: `OpenIdConnect`.

class OpenIdConnect:
    async def __call__(self, request) -> str | None: ...
