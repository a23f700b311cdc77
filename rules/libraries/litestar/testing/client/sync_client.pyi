# Litestar 2.x, `litestar.testing.client.sync_client`: `TestClient`.

from httpx import Client

class TestClient(Client): ...
