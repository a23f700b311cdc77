# Litestar 2.x: the application, handlers, controllers and requests.

from litestar.app import Litestar as Litestar
from litestar.connection.request import Request as Request
from litestar.connection.websocket import WebSocket as WebSocket
from litestar.controller import Controller as Controller
from litestar.handlers.http_handlers.base import HTTPRouteHandler as route
from litestar.handlers.http_handlers.decorators import delete as delete, get as get, head as head, patch as patch, post as post, put as put
from litestar.handlers.websocket_handlers.listener import WebsocketListenerRouteHandler as websocket_listener
from litestar.handlers.websocket_handlers.route_handler import WebsocketRouteHandler as websocket
from litestar.handlers.websocket_handlers.stream import websocket_stream as websocket_stream
from litestar.response.base import Response as Response
from litestar.router import Router as Router
