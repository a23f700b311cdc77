# requests-oauthlib 1.x and 2.x: sessions that sign what they send.

from requests_oauthlib.oauth1_auth import OAuth1 as OAuth1
from requests_oauthlib.oauth1_session import OAuth1Session as OAuth1Session
from requests_oauthlib.oauth2_session import OAuth2Session as OAuth2Session
