# Paramiko 2.x to 4.x, `paramiko.dsskey`: `DSSKey`.

from paramiko.pkey import PKey

class DSSKey(PKey):
    @staticmethod
    def generate(bits=..., progress_func=...) -> DSSKey: ...
