# webargs 5.x to 8.x, `webargs.flaskparser`: `abort`.

from typing import NoReturn

def abort(http_status_code, exc=..., **kwargs) -> NoReturn: ...
