# Genshi 0.x, `genshi.template.markup`: `MarkupTemplate`.

from genshi.template.base import Template

class MarkupTemplate(Template): ...
