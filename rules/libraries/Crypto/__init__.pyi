# PyCryptodome 3.x and PyCrypto 2.x: ciphers, hashes, keys and random bytes.
