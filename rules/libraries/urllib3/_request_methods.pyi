# urllib3 1.x and 2.x, `urllib3._request_methods`: `RequestMethods`.

from urllib3.response import HTTPResponse

class RequestMethods:
    def request(self, method, url, body=..., fields=..., headers=..., json=..., **urlopen_kw) -> HTTPResponse: ...
