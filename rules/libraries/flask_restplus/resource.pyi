# Flask-RESTPlus 0.x, `flask_restplus.resource`: `Resource`.

from flask.views import MethodView

class Resource(MethodView): ...
