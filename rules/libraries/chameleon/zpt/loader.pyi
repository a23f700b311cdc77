# Chameleon 3.x and 4.x, `chameleon.zpt.loader`: `TemplateLoader`.

from chameleon.zpt.template import PageTemplateFile

class TemplateLoader:
    def __getitem__(self, name) -> PageTemplateFile: ...
