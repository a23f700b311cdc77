# Strawberry 0.x, `strawberry.flask`: a package, for the modules below it.
