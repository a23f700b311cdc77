# marshmallow-sqlalchemy 0.x and 1.x: schemas made from models.

from marshmallow.schema import Schema
from marshmallow_sqlalchemy.schema import SQLAlchemyAutoSchema as SQLAlchemyAutoSchema, SQLAlchemySchema as SQLAlchemySchema, auto_field as auto_field

class ModelSchema(Schema): ...
class TableSchema(Schema): ...
