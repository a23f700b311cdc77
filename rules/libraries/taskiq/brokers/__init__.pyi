# taskiq 0.x, `taskiq.brokers`: a package, for the modules below it.
