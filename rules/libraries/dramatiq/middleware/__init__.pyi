# dramatiq 1.x, `dramatiq.middleware`: a package, for the modules below it.
