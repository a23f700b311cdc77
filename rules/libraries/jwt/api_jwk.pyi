# PyJWT 1.x and 2.x, and the package jwt 1.x that has the same module, `jwt.api_jwk`: `PyJWK`.

from typing import Any

class PyJWK:
    key: Any
