# FastAPI 0.x, `fastapi.middleware`: names that live elsewhere.

from starlette.middleware import Middleware as Middleware
