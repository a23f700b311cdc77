# flask-marshmallow 0.x and 1.x: marshmallow's schemas in Flask.

from flask_marshmallow.schema import Schema as _FlaskMarshmallowSchema
from flask_marshmallow.sqla import SQLAlchemyAutoSchema as _FlaskMarshmallowSQLAlchemyAutoSchema, SQLAlchemySchema as _FlaskMarshmallowSQLAlchemySchema
from marshmallow.fields import Integer as _MarshmallowInteger, Nested as _MarshmallowNested, String as _MarshmallowString
from typing import Any
from flask_marshmallow.schema import Schema as Schema

class Marshmallow:
    def init_app(self, app): ...
    Schema: type[_FlaskMarshmallowSchema]
    SQLAlchemySchema: type[_FlaskMarshmallowSQLAlchemySchema]
    SQLAlchemyAutoSchema: type[_FlaskMarshmallowSQLAlchemyAutoSchema]
    Nested: type[_MarshmallowNested]
    String: type[_MarshmallowString]
    Integer: type[_MarshmallowInteger]
    auto_field: Any
