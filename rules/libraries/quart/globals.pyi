# Quart 0.x, `quart.globals`: `request`, `websocket`, `current_app`, `session` and others.

from flask.ctx import _AppCtxGlobals
from flask.sessions import SessionMixin
from quart.app import Quart
from quart.wrappers.request import Request
from quart.wrappers.websocket import Websocket

request: Request
websocket: Websocket
current_app: Quart
session: SessionMixin
g: _AppCtxGlobals
