# Werkzeug 1.x to 3.x, `werkzeug.sansio`: a package, for the modules below it.
