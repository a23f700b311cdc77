# cryptography 3.x and later, `cryptography.hazmat.primitives`: a package, for the modules below it.
