# pandas 1.x and 2.x, `pandas._libs`: a package, for the modules below it.
