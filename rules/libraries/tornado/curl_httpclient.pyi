# Tornado 5.x and 6.x, `tornado.curl_httpclient`: `CurlAsyncHTTPClient`.

from tornado.httpclient import AsyncHTTPClient

class CurlAsyncHTTPClient(AsyncHTTPClient): ...
