# Litestar 2.x, `litestar.response.sse`: `ServerSentEvent`.

from litestar.response.streaming import Stream

class ServerSentEvent(Stream): ...
