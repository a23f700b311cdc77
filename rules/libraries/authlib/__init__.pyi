# Authlib 0.x and 1.x: OAuth clients and tokens.
