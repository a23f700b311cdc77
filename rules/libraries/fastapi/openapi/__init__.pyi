# FastAPI 0.x, `fastapi.openapi`: a package, for the modules below it.
