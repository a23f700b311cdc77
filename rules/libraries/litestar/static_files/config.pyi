# Litestar 2.x, `litestar.static_files.config`: `create_static_files_router`.

from litestar.router import Router

def create_static_files_router(path, directories, file_system=..., send_as_attachment=..., html_mode=..., name=..., after_request=..., after_response=..., before_request=..., cache_control=..., exception_handlers=..., guards=..., include_in_schema=..., middleware=..., opt=..., security=..., tags=..., router_class=..., resolve_symlinks=...) -> Router: ...
