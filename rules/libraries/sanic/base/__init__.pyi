# Sanic 20 and later, `sanic.base`: a package, for the modules below it.
