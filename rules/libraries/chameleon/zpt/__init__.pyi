# Chameleon 3.x and 4.x, `chameleon.zpt`: a package, for the modules below it.
