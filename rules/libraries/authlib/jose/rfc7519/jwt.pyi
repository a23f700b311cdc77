# Authlib 0.x and 1.x, `authlib.jose.rfc7519.jwt`: `JsonWebToken`.

from authlib.jose.rfc7519.claims import JWTClaims

class JsonWebToken:
    def encode(self, header, payload, key, check=...) -> bytes: ...
    def decode(self, s, key, claims_cls=..., claims_options=..., claims_params=...) -> JWTClaims: ...
