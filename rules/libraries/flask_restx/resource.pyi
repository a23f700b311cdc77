# Flask-RESTX 0.x and 1.x, `flask_restx.resource`: `Resource`.

from flask.views import MethodView
from flask_restx.api import Api

class Resource(MethodView):
    def dispatch_request(self, *args, **kwargs): ...
    api: Api
