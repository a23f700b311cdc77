# Starlette 0.x, `starlette.config`: `Config`.

class Config:
    def get(self, key, cast=..., default=...): ...
