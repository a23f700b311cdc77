# plumbum 1.x, `plumbum.path`: a package, for the modules below it.
