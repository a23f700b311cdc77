# Werkzeug 1.x to 3.x, `werkzeug.wrappers`: names that live elsewhere.

from werkzeug.wrappers.request import Request as Request
from werkzeug.wrappers.response import Response as Response
