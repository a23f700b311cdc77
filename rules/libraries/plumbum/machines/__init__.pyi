# plumbum 1.x, `plumbum.machines`: a package, for the modules below it.
