# PyCryptodomex 3.x, `Cryptodome.PublicKey`: a package, for the modules below it.
