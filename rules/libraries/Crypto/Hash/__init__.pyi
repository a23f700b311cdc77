# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.Hash`: a package, for the modules below it.
