# Flask-AppBuilder 2.x to 5.x, `flask_appbuilder.marshmallow_sqlalchemy`: names that live elsewhere.

from marshmallow_sqlalchemy.schema import SQLAlchemyAutoSchema as SQLAlchemyAutoSchema
