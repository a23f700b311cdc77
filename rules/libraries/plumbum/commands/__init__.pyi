# plumbum 1.x, `plumbum.commands`: a package, for the modules below it.
