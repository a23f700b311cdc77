# flask-openapi3 2.x to 4.x, `flask_openapi3.openapi`: `OpenAPI`.

from flask.app import Flask

class OpenAPI(Flask): ...
