# Flask-RESTX 0.x and 1.x: the API, namespaces and resources.

from flask_restx.api import Api as Api
from flask_restx.errors import abort as abort
from flask_restx.marshalling import marshal as marshal, marshal_with as marshal_with
from flask_restx.model import Model as Model
from flask_restx.namespace import Namespace as Namespace
from flask_restx.resource import Resource as Resource
