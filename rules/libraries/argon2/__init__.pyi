# argon2-cffi 18 and later: hashes of passwords.

from argon2._legacy import hash_password as hash_password, verify_password as verify_password
from argon2._password_hasher import PasswordHasher as PasswordHasher
