# python-jose 3.x: tokens, signatures and encryption.

from jose.exceptions import JWTError as JWTError
