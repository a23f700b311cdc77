# websockets 10 and later, `websockets.sync`: a package, for the modules below it.
