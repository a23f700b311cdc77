# Flask 1.x to 3.x, `flask.globals`: `request`, `session`, `current_app`, `g`.

from flask.app import Flask
from flask.ctx import _AppCtxGlobals
from flask.sessions import SessionMixin
from flask.wrappers import Request

request: Request
session: SessionMixin
current_app: Flask
g: _AppCtxGlobals
