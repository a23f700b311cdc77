# Python 2.7: connections of HTTP; its names moved to `http.client`.

from http.client import HTTPConnection as HTTPConnection
from http.client import HTTPException as HTTPException
from http.client import HTTPMessage as HTTPMessage
from http.client import HTTPResponse as HTTPResponse
from http.client import HTTPSConnection as HTTPSConnection
