# Beanie 1.x and 2.x, `beanie.odm`: a package, for the modules below it.
