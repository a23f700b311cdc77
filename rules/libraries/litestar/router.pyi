# Litestar 2.x, `litestar.router`: `Router`.

class Router:
    def register(self, value): ...
