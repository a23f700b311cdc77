# PyJWT 1.x and 2.x, and the package jwt 1.x that has the same module: tokens encoded, decoded and verified.

from jwt.api_jwk import PyJWK as PyJWK
from jwt.api_jws import PyJWS as PyJWS, get_unverified_header as get_unverified_header
from jwt.api_jwt import PyJWT as PyJWT, decode as decode, decode_complete as decode_complete, encode as encode
from jwt.exceptions import DecodeError as DecodeError, ExpiredSignatureError as ExpiredSignatureError, InvalidTokenError as InvalidTokenError, PyJWTError as PyJWTError
from jwt.jwks_client import PyJWKClient as PyJWKClient

class JWT:
    def encode(self, payload, key=..., alg=..., optional_headers=...) -> str: ...
    def decode(self, message, key=..., do_verify=..., algorithms=..., do_time_check=...) -> dict[str, object]: ...
