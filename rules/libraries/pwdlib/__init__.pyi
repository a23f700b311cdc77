# pwdlib 0.x: hashes of passwords.

from pwdlib._hash import PasswordHash as PasswordHash
