# websockets 10 and later, `websockets.asyncio`: a package, for the modules below it.
