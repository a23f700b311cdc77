# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.security`: a package, for the modules below it.
