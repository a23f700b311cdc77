# websockets 10 and later, `websockets.client`: names that live elsewhere.

from websockets.legacy.client import Connect as connect
from websockets.asyncio.client import connect as connect
