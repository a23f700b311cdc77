# Jupyter Server 1.x and 2.x, `jupyter_server.base`: a package, for the modules below it.
