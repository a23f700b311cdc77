# Authlib 0.x and 1.x, `authlib.integrations`: a package, for the modules below it.
