# Falcon 2.x to 4.x, `falcon.asgi`: names that live elsewhere.

from falcon.asgi.app import App as App
from falcon.asgi.request import Request as Request
from falcon.asgi.response import Response as Response
