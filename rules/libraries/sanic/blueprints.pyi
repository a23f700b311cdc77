# Sanic 20 and later, `sanic.blueprints`: `Blueprint`.

from sanic.base.root import BaseSanic

class Blueprint(BaseSanic):
    @staticmethod
    def group(*blueprints, url_prefix=..., version=..., strict_slashes=..., version_prefix=..., name_prefix=...): ...
    def copy(self, name, url_prefix=..., version=..., version_prefix=..., allow_route_overwrite=..., strict_slashes=..., with_registration=..., with_ctx=...) -> Blueprint: ...
