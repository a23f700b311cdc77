# Flask-SQLAlchemy 2.x and 3.x, `flask_sqlalchemy.session`: `Session`.

from sqlalchemy.orm.session import Session as _SqlalchemySession

class Session(_SqlalchemySession): ...
