# Litestar 2.x, `litestar.middleware.session`: a package, for the modules below it.
