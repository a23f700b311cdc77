# PyJWT 1.x and 2.x, and the package jwt 1.x that has the same module, `jwt.jwks_client`: `PyJWKClient`.

from jwt.api_jwk import PyJWK

class PyJWKClient:
    def get_signing_key_from_jwt(self, token) -> PyJWK: ...
    def get_signing_key(self, kid) -> PyJWK: ...
