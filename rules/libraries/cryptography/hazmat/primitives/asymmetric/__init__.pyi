# cryptography 3.x and later, `cryptography.hazmat.primitives.asymmetric`: a package, for the modules below it.
