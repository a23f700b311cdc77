# PyCryptodomex 3.x, `Cryptodome.Cipher`: a package, for the modules below it.
