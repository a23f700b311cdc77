# Authlib 0.x and 1.x, `authlib.integrations.httpx_client.oauth2_client`: `AsyncOAuth2Client`.

from authlib.oauth2.client import OAuth2Client
from httpx import AsyncClient

class AsyncOAuth2Client(OAuth2Client, AsyncClient): ...
