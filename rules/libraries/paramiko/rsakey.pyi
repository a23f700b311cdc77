# Paramiko 2.x to 4.x, `paramiko.rsakey`: `RSAKey`.

from paramiko.pkey import PKey

class RSAKey(PKey):
    @staticmethod
    def generate(bits, progress_func=...) -> RSAKey: ...
