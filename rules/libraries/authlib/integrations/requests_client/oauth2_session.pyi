# Authlib 0.x and 1.x, `authlib.integrations.requests_client.oauth2_session`: `OAuth2Session`.

from authlib.oauth2.client import OAuth2Client
from requests.sessions import Session

class OAuth2Session(OAuth2Client, Session): ...
