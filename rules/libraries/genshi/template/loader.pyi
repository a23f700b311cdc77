# Genshi 0.x, `genshi.template.loader`: `TemplateLoader`.

from genshi.template.markup import MarkupTemplate

class TemplateLoader:
    def load(self, filename, relative_to=..., cls=..., encoding=...) -> MarkupTemplate: ...
