# cryptography 3.x and later: Fernet, ciphers, hashes, keys and certificates.
