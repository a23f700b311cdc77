# botocore 1.x, `botocore.session`: `Session`, `get_session`.

from botocore.client import BaseClient
from botocore.credentials import Credentials

class Session:
    def create_client(self, service_name, region_name=..., api_version=..., use_ssl=..., verify=..., endpoint_url=..., aws_access_key_id=..., aws_secret_access_key=..., aws_session_token=..., config=..., aws_account_id=...) -> BaseClient: ...
    def get_credentials(self) -> Credentials | None: ...

def get_session(env_vars=...) -> Session: ...
