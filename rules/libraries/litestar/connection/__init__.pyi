# Litestar 2.x, `litestar.connection`: names that live elsewhere.

from litestar.connection.base import ASGIConnection as ASGIConnection
