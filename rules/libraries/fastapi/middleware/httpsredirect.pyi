# FastAPI 0.x, `fastapi.middleware.httpsredirect`: names that live elsewhere.

from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware as HTTPSRedirectMiddleware
