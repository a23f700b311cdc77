# Flask-Admin 1.x and 2.x, `flask_admin.contrib`: a package, for the modules below it.
