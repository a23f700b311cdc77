# Authlib 0.x and 1.x, `authlib.jose.rfc7517`: a package, for the modules below it.
