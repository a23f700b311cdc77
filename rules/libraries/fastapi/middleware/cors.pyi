# FastAPI 0.x, `fastapi.middleware.cors`: names that live elsewhere.

from starlette.middleware.cors import CORSMiddleware as CORSMiddleware
