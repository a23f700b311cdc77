# PyMongo 3.x and 4.x, `pymongo.synchronous`: a package, for the modules below it.
