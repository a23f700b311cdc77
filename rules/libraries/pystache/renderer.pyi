# pystache 0.x, `pystache.renderer`: `Renderer`.

class Renderer:
    def render(self, template, *context, **kwargs) -> str: ...
