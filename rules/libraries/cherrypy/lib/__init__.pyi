# CherryPy 18.x, `cherrypy.lib`: a package, for the modules below it.
