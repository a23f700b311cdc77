# PyCryptodomex 3.x, `Cryptodome.Hash`: a package, for the modules below it.
