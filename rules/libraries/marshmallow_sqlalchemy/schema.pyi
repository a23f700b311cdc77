# marshmallow-sqlalchemy 0.x and 1.x, `marshmallow_sqlalchemy.schema`: `SQLAlchemyAutoSchema`, `auto_field`, `SQLAlchemySchema`.

from marshmallow.schema import Schema
from sqlalchemy.orm.session import Session

class SQLAlchemySchema(Schema): ...

class SQLAlchemyAutoSchema(SQLAlchemySchema):
    session: Session | None
    def get_instance(self, data): ...

def auto_field(column_name=..., *, model=..., table=..., **kwargs): ...
