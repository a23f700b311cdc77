# Werkzeug 1.x to 3.x, `werkzeug.contrib`: a package, for the modules below it.
