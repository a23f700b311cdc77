# SQLAlchemy 1.4 and 2.x, `sqlalchemy.dialects`: a package, for the modules below it.
