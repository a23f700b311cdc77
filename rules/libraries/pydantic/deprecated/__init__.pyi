# Pydantic 1.x and 2.x, `pydantic.deprecated`: a package, for the modules below it.
