# Python 2.7: servers of HTTP; its names moved to `http.server`.

from http.server import HTTPServer as HTTPServer
from http.server import BaseHTTPRequestHandler as BaseHTTPRequestHandler
