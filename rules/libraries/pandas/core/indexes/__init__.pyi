# pandas 1.x and 2.x, `pandas.core.indexes`: a package, for the modules below it.
