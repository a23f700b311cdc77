# Litestar 2.x, `litestar.static_files`: names that live elsewhere.

from litestar.static_files.config import create_static_files_router as create_static_files_router
