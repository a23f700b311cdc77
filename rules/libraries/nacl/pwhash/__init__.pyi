# PyNaCl 1.x, `nacl.pwhash`: `verify`.

from nacl.pwhash.argon2id import str as str
from nacl.pwhash.scrypt import kdf as kdf_scryptsalsa208sha256

def verify(password_hash, password) -> bool: ...
