# Beanie 1.x and 2.x, `beanie.odm.interfaces`: a package, for the modules below it.
