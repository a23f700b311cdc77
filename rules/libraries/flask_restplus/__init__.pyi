# Flask-RESTPlus 0.x: the API, namespaces and resources.

from typing import NoReturn
from flask_restplus.api import Api as Api
from flask_restplus.namespace import Namespace as Namespace
from flask_restplus.resource import Resource as Resource

def abort(code=..., message=..., **kwargs) -> NoReturn: ...
def marshal(data, fields, envelope=..., skip_none=..., mask=..., ordered=...): ...
