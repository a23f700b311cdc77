# websockets 10 and later: connections of clients and servers.

from websockets.asyncio.client import ClientConnection as ClientConnection, ClientConnection as WebSocketClientProtocol, connect as connect
from websockets.asyncio.server import ServerConnection as ServerConnection, ServerConnection as WebSocketServerProtocol, serve as serve
