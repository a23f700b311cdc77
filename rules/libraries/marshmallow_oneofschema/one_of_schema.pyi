# marshmallow-oneofschema 3.x, `marshmallow_oneofschema.one_of_schema`: `OneOfSchema`.

from marshmallow.schema import Schema

class OneOfSchema(Schema): ...
