# Falcon 2.x to 4.x, `falcon.testing`: names that live elsewhere.

from falcon.testing.client import Result as Result, TestClient as TestClient
