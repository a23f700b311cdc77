# taskiq 0.x, `taskiq.abc`: a package, for the modules below it.
