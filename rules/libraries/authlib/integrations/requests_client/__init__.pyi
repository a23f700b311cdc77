# Authlib 0.x and 1.x, `authlib.integrations.requests_client`: names that live elsewhere.

from authlib.integrations.requests_client.oauth1_session import OAuth1Session as OAuth1Session
from authlib.integrations.requests_client.oauth2_session import OAuth2Session as OAuth2Session
