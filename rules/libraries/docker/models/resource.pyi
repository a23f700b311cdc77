# docker 3.x to 7.x, `docker.models.resource`: `Model`.

class Model:
    def reload(self): ...
    id: str
    attrs: dict[str, object]
