# cryptography 3.x and later, `cryptography.hazmat`: a package, for the modules below it.
