# pandas 1.x and 2.x, `pandas.io.excel`: a package, for the modules below it.
