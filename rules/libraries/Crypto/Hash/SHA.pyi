# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.Hash.SHA`: names that live elsewhere.

from Crypto.Hash.SHA1 import SHA1Hash as SHA1Hash, new as new
