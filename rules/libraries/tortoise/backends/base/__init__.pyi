# Tortoise ORM 0.x, `tortoise.backends.base`: a package, for the modules below it.
