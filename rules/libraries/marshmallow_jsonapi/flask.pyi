# marshmallow-jsonapi 0.x, `marshmallow_jsonapi.flask`: `Schema`.

from marshmallow_jsonapi.schema import Schema as _DefaultSchema

class Schema(_DefaultSchema): ...
