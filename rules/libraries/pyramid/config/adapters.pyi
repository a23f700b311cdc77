# Pyramid 1.x and 2.x, `pyramid.config.adapters`: `AdaptersConfiguratorMixin`.

class AdaptersConfiguratorMixin:
    def add_subscriber(self, subscriber, iface=..., **predicates): ...
