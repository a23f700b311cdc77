# PyJWT 1.x and 2.x, `jwt.jwks_client`: `PyJWKClient`.

from jwt.api_jwk import PyJWK

class PyJWKClient:
    def get_signing_key_from_jwt(self, token) -> PyJWK: ...
    def get_signing_key(self, kid) -> PyJWK: ...
