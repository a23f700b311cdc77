# FastAPI 0.x, `fastapi.middleware.wsgi`: names that live elsewhere.

from starlette.middleware.wsgi import WSGIMiddleware as WSGIMiddleware
