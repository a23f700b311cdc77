# Authlib 0.x and 1.x, `authlib.integrations.base_client`: a package, for the modules below it.
