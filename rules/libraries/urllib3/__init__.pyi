# urllib3 1.x and 2.x: pool managers, pools and responses.

from urllib3._collections import HTTPHeaderDict as HTTPHeaderDict
from urllib3.connectionpool import HTTPConnectionPool as HTTPConnectionPool, HTTPSConnectionPool as HTTPSConnectionPool, connection_from_url as connection_from_url
from urllib3.poolmanager import PoolManager as PoolManager, ProxyManager as ProxyManager, proxy_from_url as proxy_from_url
from urllib3.response import BaseHTTPResponse as BaseHTTPResponse, HTTPResponse as HTTPResponse
from urllib3.util.retry import Retry as Retry
from urllib3.util.timeout import Timeout as Timeout

def request(method, url, *, body=..., fields=..., headers=..., preload_content=..., decode_content=..., redirect=..., retries=..., timeout=..., json=...) -> BaseHTTPResponse: ...
def disable_warnings(category=...): ...
