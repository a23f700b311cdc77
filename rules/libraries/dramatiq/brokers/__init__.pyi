# dramatiq 1.x, `dramatiq.brokers`: a package, for the modules below it.
