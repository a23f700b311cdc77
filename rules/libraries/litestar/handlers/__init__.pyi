# Litestar 2.x, `litestar.handlers`: names that live elsewhere.

from litestar.handlers.http_handlers.base import HTTPRouteHandler as route
from litestar.handlers.http_handlers.decorators import delete as delete, get as get, head as head, patch as patch, post as post, put as put
from litestar.handlers.websocket_handlers.listener import WebsocketListenerRouteHandler as websocket_listener
from litestar.handlers.websocket_handlers.route_handler import WebsocketRouteHandler as websocket
