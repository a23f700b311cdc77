# PyCryptodome 3.x and PyCrypto 2.x, `Crypto.PublicKey`: a package, for the modules below it.
