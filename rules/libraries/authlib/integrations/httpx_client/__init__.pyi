# Authlib 0.x and 1.x, `authlib.integrations.httpx_client`: names that live elsewhere.

from authlib.integrations.httpx_client.oauth2_client import AsyncOAuth2Client as AsyncOAuth2Client
