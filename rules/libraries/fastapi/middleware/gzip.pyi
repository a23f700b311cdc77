# FastAPI 0.x, `fastapi.middleware.gzip`: names that live elsewhere.

from starlette.middleware.gzip import GZipMiddleware as GZipMiddleware
