# PyCryptodomex 3.x, `Cryptodome.Util`: a package, for the modules below it.
