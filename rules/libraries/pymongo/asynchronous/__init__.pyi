# PyMongo 3.x and 4.x, `pymongo.asynchronous`: a package, for the modules below it.
