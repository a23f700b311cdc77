# websockets 10 and later, `websockets.sync.client`: `ClientConnection`, `connect`.

from typing import Self
from websockets.sync.connection import Connection

class ClientConnection(Connection):
    def __enter__(self) -> Self: ...

def connect(uri, *, sock=..., ssl=..., server_hostname=..., origin=..., extensions=..., subprotocols=..., compression=..., additional_headers=..., user_agent_header=..., proxy=..., proxy_ssl=..., proxy_server_hostname=..., open_timeout=..., ping_interval=..., ping_timeout=..., close_timeout=..., max_size=..., max_queue=..., logger=..., create_connection=..., legacy=..., **kwargs) -> ClientConnection: ...
