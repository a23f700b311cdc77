# flask-openapi3 2.x to 4.x, `flask_openapi3.blueprint`: `APIBlueprint`.

from flask.blueprints import Blueprint

class APIBlueprint(Blueprint): ...
