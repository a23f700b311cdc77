# SQLAlchemy 1.4 and 2.x, `sqlalchemy.inspection`: `inspect`.

from sqlalchemy.engine.reflection import Inspector

def inspect(subject, raiseerr=...) -> Inspector: ...
