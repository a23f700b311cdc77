# Litestar 2.x, `litestar.testing`: names that live elsewhere.

from litestar.testing.client.sync_client import TestClient as TestClient
