# Falcon 2.x to 4.x, `falcon.asgi.app`: `App`.

from falcon.app import App as _FalconApp

class App(_FalconApp):
    def add_middleware(self, middleware): ...
