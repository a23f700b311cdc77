# SQLModel 0.x, `sqlmodel.ext.asyncio`: a package, for the modules below it.
