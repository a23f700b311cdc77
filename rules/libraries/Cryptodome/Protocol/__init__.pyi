# PyCryptodomex 3.x, `Cryptodome.Protocol`: a package, for the modules below it.
