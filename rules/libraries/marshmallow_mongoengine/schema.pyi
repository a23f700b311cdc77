# marshmallow-mongoengine 0.x, `marshmallow_mongoengine.schema`: `ModelSchema`.

from marshmallow.schema import Schema

class ModelSchema(Schema): ...
