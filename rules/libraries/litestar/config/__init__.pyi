# Litestar 2.x, `litestar.config`: a package, for the modules below it.
