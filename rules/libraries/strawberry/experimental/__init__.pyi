# Strawberry 0.x, `strawberry.experimental`: a package, for the modules below it.
