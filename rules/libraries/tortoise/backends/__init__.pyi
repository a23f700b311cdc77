# Tortoise ORM 0.x, `tortoise.backends`: a package, for the modules below it.
