# Pyramid 1.x and 2.x, `pyramid.config.actions`: `ActionConfiguratorMixin`.

class ActionConfiguratorMixin:
    def commit(self): ...
