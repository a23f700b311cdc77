# Litestar 2.x, `litestar.middleware`: names that live elsewhere.

from litestar.middleware.base import AbstractMiddleware as AbstractMiddleware
