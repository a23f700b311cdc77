# WebOb 1.x: requests and responses.

from webob.request import Request as Request
from webob.response import Response as Response
