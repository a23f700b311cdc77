# FastAPI 0.x, `fastapi.testclient`: names that live elsewhere.

from starlette.testclient import TestClient as TestClient
