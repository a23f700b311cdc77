# flask-marshmallow 0.x and 1.x, `flask_marshmallow.sqla`: `SQLAlchemySchema`, `SQLAlchemyAutoSchema`.

from flask_marshmallow.schema import Schema
from marshmallow_sqlalchemy.schema import SQLAlchemyAutoSchema as _MarshmallowSqlalchemySQLAlchemyAutoSchema, SQLAlchemySchema as _MarshmallowSqlalchemySQLAlchemySchema

class SQLAlchemySchema(_MarshmallowSqlalchemySQLAlchemySchema, Schema): ...
class SQLAlchemyAutoSchema(_MarshmallowSqlalchemySQLAlchemyAutoSchema, Schema): ...
