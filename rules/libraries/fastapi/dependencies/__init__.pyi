# FastAPI 0.x, `fastapi.dependencies`: a package, for the modules below it.
