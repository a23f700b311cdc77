# FastAPI 0.x, `fastapi.templating`: names that live elsewhere.

from starlette.templating import Jinja2Templates as Jinja2Templates
