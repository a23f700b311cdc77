# Authlib 0.x and 1.x, `authlib.integrations.requests_client.oauth1_session`: `OAuth1Session`.

from requests.sessions import Session

class OAuth1Session(Session): ...
