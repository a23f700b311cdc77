# Genshi 0.x, `genshi.template.base`: `Template`.

from genshi.core import Stream

class Template:
    def generate(self, *args, **kwargs) -> Stream: ...
