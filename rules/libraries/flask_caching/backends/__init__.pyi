# Flask-Caching 1.x and 2.x, `flask_caching.backends`: a package, for the modules below it.
