# Falcon 2.x to 4.x, `falcon.asgi.response`: `Response`.

from falcon.response import Response as _FalconResponse

class Response(_FalconResponse): ...
