# Beanie 1.x and 2.x, `beanie.odm.utils`: a package, for the modules below it.
