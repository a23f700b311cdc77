# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.Cipher.AES`: `new`, `MODE_ECB`, `MODE_CBC`, `MODE_CTR` and others.

from Crypto.Cipher._mode_cbc import CbcMode

def new(key, mode, *args, **kwargs) -> CbcMode: ...
MODE_ECB: int
MODE_CBC: int
MODE_CTR: int
MODE_GCM: int
MODE_CFB: int
MODE_OFB: int
MODE_EAX: int
MODE_SIV: int
MODE_CCM: int
MODE_OCB: int
