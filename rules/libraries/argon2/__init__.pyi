# argon2-cffi 18 and later, and argon2 0.x that has the same module: hashes of passwords.

from argon2._legacy import hash_password as hash_password, verify_password as verify_password
from argon2._password_hasher import PasswordHasher as PasswordHasher

def argon2_hash(password, salt, t=..., m=..., p=..., buflen=..., argon_type=..., **kwargs) -> bytes: ...
