# Authlib 0.x and 1.x, `authlib.jose.rfc7519`: a package, for the modules below it.
