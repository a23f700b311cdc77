# Litestar 2.x, `litestar.handlers.http_handlers`: a package, for the modules below it.
