# Quart 0.x, `quart.json`: `jsonify`.

from quart.wrappers.response import Response

def jsonify(*args, **kwargs) -> Response: ...
