# Pyramid 1.x and 2.x, `pyramid.config.assets`: `AssetsConfiguratorMixin`.

class AssetsConfiguratorMixin:
    def override_asset(self, to_override, override_with, _override=...): ...
