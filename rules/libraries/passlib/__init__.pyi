# passlib 1.x: contexts and hashes of passwords.
