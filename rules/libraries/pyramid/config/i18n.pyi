# Pyramid 1.x and 2.x, `pyramid.config.i18n`: `I18NConfiguratorMixin`.

class I18NConfiguratorMixin:
    def add_translation_dirs(self, *specs, **kw): ...
