# FastAPI 0.x, `fastapi.requests`: names that live elsewhere.

from starlette.requests import HTTPConnection as HTTPConnection, Request as Request
