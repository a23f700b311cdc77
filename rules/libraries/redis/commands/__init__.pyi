# redis-py 3.x to 6.x, `redis.commands`: a package, for the modules below it.
