# Litestar 2.x, `litestar.handlers.websocket_handlers`: a package, for the modules below it.
