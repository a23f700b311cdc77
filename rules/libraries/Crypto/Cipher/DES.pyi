# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.Cipher.DES`: `new`, `MODE_ECB`, `MODE_CBC`.

from Crypto.Cipher._mode_cbc import CbcMode

def new(key, mode, *args, **kwargs) -> CbcMode: ...
MODE_ECB: int
MODE_CBC: int
