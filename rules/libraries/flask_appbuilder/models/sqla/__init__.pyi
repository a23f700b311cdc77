# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.models.sqla`: `Model`.

from sqlalchemy.orm.decl_api import DeclarativeBase

class Model(DeclarativeBase): ...
