# asyncpg 0.x, `asyncpg.protocol`: a package, for the modules below it.
