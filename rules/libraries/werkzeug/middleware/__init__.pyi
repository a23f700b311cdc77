# Werkzeug 1.x to 3.x, `werkzeug.middleware`: a package, for the modules below it.
