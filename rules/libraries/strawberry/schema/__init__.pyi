# Strawberry 0.x, `strawberry.schema`: a package, for the modules below it.
