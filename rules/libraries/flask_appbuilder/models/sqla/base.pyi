# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.models.sqla.base`: `SQLA`.

from flask_sqlalchemy.extension import SQLAlchemy

class SQLA(SQLAlchemy): ...
