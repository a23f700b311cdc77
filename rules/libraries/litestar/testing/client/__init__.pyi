# Litestar 2.x, `litestar.testing.client`: a package, for the modules below it.
