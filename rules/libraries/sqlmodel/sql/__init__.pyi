# SQLModel 0.x, `sqlmodel.sql`: a package, for the modules below it.
