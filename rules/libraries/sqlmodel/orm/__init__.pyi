# SQLModel 0.x, `sqlmodel.orm`: a package, for the modules below it.
