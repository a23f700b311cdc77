# uvicorn 0.x: the server that runs an ASGI application.

from uvicorn.config import Config as Config
from uvicorn.main import run as run
from uvicorn.server import Server as Server
