# requests-oauthlib 1.x and 2.x, `requests_oauthlib.oauth1_auth`: `OAuth1`.

from requests.auth import AuthBase

class OAuth1(AuthBase): ...
