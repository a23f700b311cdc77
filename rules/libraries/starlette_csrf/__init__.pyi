# starlette-csrf 2.x and 3.x: the middleware.

from starlette_csrf.middleware import CSRFMiddleware as CSRFMiddleware
