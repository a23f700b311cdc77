# Litestar 2.x, `litestar.handlers.websocket_handlers.listener`: `WebsocketListenerRouteHandler`.

from litestar.handlers.websocket_handlers.route_handler import WebsocketRouteHandler

class WebsocketListenerRouteHandler(WebsocketRouteHandler): ...
