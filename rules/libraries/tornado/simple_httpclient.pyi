# Tornado 5.x and 6.x, `tornado.simple_httpclient`: `SimpleAsyncHTTPClient`.

from tornado.httpclient import AsyncHTTPClient

class SimpleAsyncHTTPClient(AsyncHTTPClient): ...
