# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.Random`: `new`.

from posix import urandom as get_random_bytes

def new(*args, **kwargs): ...
