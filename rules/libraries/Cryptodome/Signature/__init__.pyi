# PyCryptodomex 3.x, `Cryptodome.Signature`: a package, for the modules below it.
