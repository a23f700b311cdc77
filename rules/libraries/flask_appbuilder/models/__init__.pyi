# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.models`: a package, for the modules below it.
