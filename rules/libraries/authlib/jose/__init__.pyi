# Authlib 0.x and 1.x, `authlib.jose`: `jwt`.

from authlib.jose.rfc7517.jwk import JsonWebKey as JsonWebKey
from authlib.jose.rfc7519.claims import JWTClaims as JWTClaims
from authlib.jose.rfc7519.jwt import JsonWebToken as JsonWebToken

jwt: JsonWebToken
