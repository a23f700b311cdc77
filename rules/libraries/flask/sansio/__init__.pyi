# Flask 1.x to 3.x, `flask.sansio`: a package, for the modules below it.
