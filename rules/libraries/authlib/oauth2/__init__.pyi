# Authlib 0.x and 1.x, `authlib.oauth2`: a package, for the modules below it.
