# FastAPI 0.x, `fastapi.websockets`: names that live elsewhere.

from starlette.websockets import WebSocket as WebSocket, WebSocketDisconnect as WebSocketDisconnect
