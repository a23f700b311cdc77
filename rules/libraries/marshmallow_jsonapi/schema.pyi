# marshmallow-jsonapi 0.x, `marshmallow_jsonapi.schema`: `Schema`.

from marshmallow.schema import Schema as _MarshmallowSchema

class Schema(_MarshmallowSchema): ...
