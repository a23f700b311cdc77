# Paramiko 2.x to 4.x, `paramiko.ecdsakey`: `ECDSAKey`.

from paramiko.pkey import PKey

class ECDSAKey(PKey):
    @classmethod
    def generate(cls, curve=..., progress_func=..., bits=...) -> ECDSAKey: ...
