# PyCryptodomex 3.x, `Cryptodome.Random`: `new`.

from posix import urandom as get_random_bytes

def new(*args, **kwargs): ...
