# pyOpenSSL 20 and later: contexts, connections and certificates.
