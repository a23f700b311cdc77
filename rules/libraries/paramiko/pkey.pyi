# Paramiko 2.x to 4.x, `paramiko.pkey`: `PKey`.

from typing import Self

class PKey:
    @classmethod
    def from_private_key(cls, file_obj, password=...) -> Self: ...
    @classmethod
    def from_private_key_file(cls, filename, password=...) -> Self: ...
