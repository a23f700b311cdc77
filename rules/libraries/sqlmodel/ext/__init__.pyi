# SQLModel 0.x, `sqlmodel.ext`: a package, for the modules below it.
