# PyNaCl 1.x: boxes, keys and hashes of passwords.
