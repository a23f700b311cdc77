# Pyramid 1.x and 2.x, `pyramid.config.tweens`: `TweensConfiguratorMixin`.

class TweensConfiguratorMixin:
    def add_tween(self, tween_factory, under=..., over=...): ...
