# Sanic 20 and later, `sanic.mixins`: a package, for the modules below it.
