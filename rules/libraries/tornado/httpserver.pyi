# Tornado 5.x and 6.x, `tornado.httpserver`: `HTTPServer`.

from tornado.tcpserver import TCPServer

class HTTPServer(TCPServer): ...
