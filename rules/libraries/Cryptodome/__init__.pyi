# PyCryptodomex 3.x: ciphers, hashes, keys and random bytes.
