# cryptography 3.x and later, `cryptography.hazmat.primitives.kdf`: a package, for the modules below it.
