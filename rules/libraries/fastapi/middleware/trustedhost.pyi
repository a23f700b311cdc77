# FastAPI 0.x, `fastapi.middleware.trustedhost`: names that live elsewhere.

from starlette.middleware.trustedhost import TrustedHostMiddleware as TrustedHostMiddleware
