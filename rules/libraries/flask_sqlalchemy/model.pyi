# Flask-SQLAlchemy 2.x and 3.x, `flask_sqlalchemy.model`: `Model`.

from flask_sqlalchemy.query import Query
from sqlalchemy.sql.schema import MetaData, Table

class Model:
    query: Query
    metadata: MetaData
    __tablename__: str
    __table__: Table
