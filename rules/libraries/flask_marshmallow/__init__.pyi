# flask-marshmallow 0.x and 1.x: marshmallow's schemas in Flask.

from flask_marshmallow.sqla import SQLAlchemyAutoSchema, SQLAlchemySchema
from marshmallow.fields import Integer, Nested, String
from typing import Any
from flask_marshmallow.schema import Schema as Schema

class Marshmallow:
    def init_app(self, app): ...
    Schema: type[Schema]
    SQLAlchemySchema: type[SQLAlchemySchema]
    SQLAlchemyAutoSchema: type[SQLAlchemyAutoSchema]
    Nested: type[Nested]
    String: type[String]
    Integer: type[Integer]
    auto_field: Any
