# FastAPI 0.x, `fastapi.concurrency`: names that live elsewhere.

from starlette.concurrency import run_in_threadpool as run_in_threadpool
