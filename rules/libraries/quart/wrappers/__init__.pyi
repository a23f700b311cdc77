# Quart 0.x, `quart.wrappers`: a package, for the modules below it.
