# cryptography 3.x and later, `cryptography.hazmat.decrepit.ciphers`: a package, for the modules below it.
