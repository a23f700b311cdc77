# websockets 10 and later: connections of clients and servers.

from websockets.asyncio.client import ClientConnection as ClientConnection, connect as connect
from websockets.asyncio.server import ServerConnection as ServerConnection, serve as serve
from websockets.asyncio.client import ClientConnection as WebSocketClientProtocol
from websockets.asyncio.server import ServerConnection as WebSocketServerProtocol
