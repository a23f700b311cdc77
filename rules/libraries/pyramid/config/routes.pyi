# Pyramid 1.x and 2.x, `pyramid.config.routes`: `RoutesConfiguratorMixin`.

class RoutesConfiguratorMixin:
    def add_route(self, *args, **kwargs): ...
