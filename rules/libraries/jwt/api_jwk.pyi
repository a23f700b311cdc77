# PyJWT 1.x and 2.x, `jwt.api_jwk`: `PyJWK`.

from typing import Any

class PyJWK:
    key: Any
