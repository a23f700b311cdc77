# the gridfs package of PyMongo 3.x and 4.x, `gridfs.synchronous`: a package, for the modules below it.
