# PyCryptodomex 3.x, `Cryptodome.Cipher.CAST`: `new`, `MODE_ECB`, `MODE_CBC`.

from Cryptodome.Cipher._mode_cbc import CbcMode

def new(key, mode, *args, **kwargs) -> CbcMode: ...
MODE_ECB: int
MODE_CBC: int
