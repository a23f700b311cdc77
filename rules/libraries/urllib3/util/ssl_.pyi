# urllib3 1.x and 2.x, `urllib3.util.ssl_`: `create_urllib3_context`.

from ssl import SSLContext

def create_urllib3_context(ssl_version=..., cert_reqs=..., options=..., ciphers=..., ssl_minimum_version=..., ssl_maximum_version=..., verify_flags=...) -> SSLContext: ...
