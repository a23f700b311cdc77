# websockets 10 and later, `websockets.legacy`: a package, for the modules below it.
