# APIFlask 1.x to 3.x, `apiflask.schemas`: `Schema`.

from marshmallow.schema import Schema as _MarshmallowSchema

class Schema(_MarshmallowSchema): ...
