# cryptography 3.x and later, `cryptography.hazmat.decrepit`: a package, for the modules below it.
