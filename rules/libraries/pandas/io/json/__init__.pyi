# pandas 1.x and 2.x, `pandas.io.json`: a package, for the modules below it.
