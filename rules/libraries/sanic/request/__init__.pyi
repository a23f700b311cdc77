# Sanic 20 and later, `sanic.request`: a package, for the modules below it.
