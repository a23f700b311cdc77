# Starlette-WTF 0.x: forms with a token, and the middleware.

from starlette_wtf.csrf import CSRFProtectMiddleware as CSRFProtectMiddleware
from starlette_wtf.form import StarletteForm as StarletteForm
