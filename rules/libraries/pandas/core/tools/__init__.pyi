# pandas 1.x and 2.x, `pandas.core.tools`: a package, for the modules below it.
