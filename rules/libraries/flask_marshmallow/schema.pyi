# flask-marshmallow 0.x and 1.x, `flask_marshmallow.schema`: `Schema`.

from flask.wrappers import Response
from marshmallow.schema import Schema as _MarshmallowSchema

class Schema(_MarshmallowSchema):
    def jsonify(self, obj, many=..., *args, **kwargs) -> Response: ...
