# FastAPI 0.x, `fastapi.staticfiles`: names that live elsewhere.

from starlette.staticfiles import StaticFiles as StaticFiles
