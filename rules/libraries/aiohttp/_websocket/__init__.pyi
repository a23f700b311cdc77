# aiohttp 3.x, `aiohttp._websocket`: a package, for the modules below it.
