# SQLAlchemy 1.4 and 2.x, `sqlalchemy.sql.compiler`: `Compiled`.

class Compiled:
    string: str
    params: dict[str, object]
