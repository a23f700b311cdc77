# passlib 1.x, `passlib.utils`: a package, for the modules below it.
