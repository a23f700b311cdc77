# SQLAlchemy 1.4 and 2.x, `sqlalchemy.ext`: a package, for the modules below it.
