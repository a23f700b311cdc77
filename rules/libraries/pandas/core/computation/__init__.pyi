# pandas 1.x and 2.x, `pandas.core.computation`: a package, for the modules below it.
