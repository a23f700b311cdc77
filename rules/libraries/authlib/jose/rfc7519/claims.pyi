# Authlib 0.x and 1.x, `authlib.jose.rfc7519.claims`: `JWTClaims`.

class JWTClaims(dict):
    def validate(self, now=..., leeway=...): ...
