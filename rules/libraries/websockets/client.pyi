# websockets 10 and later, `websockets.client`: names that live elsewhere.

from websockets.asyncio.client import connect as connect
