# requests-oauthlib 1.x and 2.x, `requests_oauthlib.oauth2_session`: `OAuth2Session`.

from requests.sessions import Session
from typing import Any

class OAuth2Session(Session):
    def authorization_url(self, url, state=..., **kwargs) -> tuple[str, str]: ...
    def fetch_token(self, token_url, code=..., authorization_response=..., body=..., auth=..., username=..., password=..., method=..., force_querystring=..., timeout=..., headers=..., verify=..., proxies=..., include_client_id=..., client_secret=..., cert=..., **kwargs) -> dict[str, str]: ...
    def refresh_token(self, token_url, refresh_token=..., body=..., auth=..., timeout=..., headers=..., verify=..., proxies=..., **kwargs) -> dict[str, str]: ...
    token: Any
