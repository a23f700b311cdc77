# flask-smorest 0.x: the API and blueprints.

from flask_smorest.blueprint import Blueprint as Blueprint
from webargs.flaskparser import abort as abort

class Api:
    def register_blueprint(self, blp, *, parameters=..., **options): ...
    def init_app(self, app, *, spec_kwargs=...): ...
