# python-socketio 4.x and 5.x: servers and namespaces.

from socketio.asgi import ASGIApp as ASGIApp
from socketio.async_namespace import AsyncNamespace as AsyncNamespace
from socketio.async_server import AsyncServer as AsyncServer
from socketio.client import Client as Client
from socketio.middleware import WSGIApp as WSGIApp
from socketio.namespace import Namespace as Namespace
from socketio.server import Server as Server
