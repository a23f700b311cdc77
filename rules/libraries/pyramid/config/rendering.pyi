# Pyramid 1.x and 2.x, `pyramid.config.rendering`: `RenderingConfiguratorMixin`.

class RenderingConfiguratorMixin:
    def add_renderer(self, name, factory): ...
